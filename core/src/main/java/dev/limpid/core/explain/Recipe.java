package dev.limpid.core.explain;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * What an algorithm is: a tree of parts, each with its formula, settings and source.
 *
 * <p>{@code toString} prints the tree as indented text; {@link #diff(Recipe, Recipe)} prints what changes between two
 * algorithms.
 *
 * @param role what the part does in the whole, such as {@code loss} or {@code penalty on weights}; empty at the root
 * @param name name of the part
 * @param formula what it computes, one line; may be empty
 * @param settings hyperparameters in their order, as printed text; unmodifiable
 * @param note why the part was chosen; may be empty
 * @param source where it was published; may be empty
 * @param parts the parts that it is assembled from; unmodifiable
 * @since 0.1.0
 */
public record Recipe(
        String role,
        String name,
        String formula,
        Map<String, String> settings,
        String note,
        String source,
        List<Recipe> parts) {

    /** Copies the collections. */
    public Recipe {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(formula, "formula");
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(source, "source");
        settings = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        parts = List.copyOf(parts);
    }

    /**
     * Starts a recipe with a name and a formula.
     *
     * @param name name of the algorithm or part
     * @param formula what it computes, one line; may be empty
     * @return a recipe without settings, note, source and parts
     */
    public static Recipe named(String name, String formula) {
        return new Recipe("", name, formula, Map.of(), "", "", List.of());
    }

    /**
     * Describes a part. The components of a record become settings; components that are parts become parts.
     *
     * @param part the part
     * @return its recipe
     */
    public static Recipe of(Part part) {
        Map<String, String> settings = new LinkedHashMap<>();
        List<Recipe> parts = new ArrayList<>();
        if (part instanceof Record) {
            for (RecordComponent component : part.getClass().getRecordComponents()) {
                Object value = read(component, part);
                if (value instanceof Part inner) {
                    parts.add(inner.recipe().as(component.getName()));
                } else {
                    settings.put(component.getName(), String.valueOf(value));
                }
            }
        }
        return new Recipe("", part.name(), part.formula(), settings, "", part.source(), parts);
    }

    /**
     * Returns a copy that plays the given role.
     *
     * @param newRole what the part does in the whole
     * @return the copy
     */
    public Recipe as(String newRole) {
        return new Recipe(newRole, name, formula, settings, note, source, parts);
    }

    /**
     * Returns a copy with a sentence that says why the part is there.
     *
     * @param newNote the sentence
     * @return the copy
     */
    public Recipe because(String newNote) {
        return new Recipe(role, name, formula, settings, newNote, source, parts);
    }

    /**
     * Returns a copy with one more setting.
     *
     * @param key name of the setting
     * @param value its value; printed by {@code String.valueOf}
     * @return the copy
     */
    public Recipe with(String key, Object value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(key, String.valueOf(value));
        return new Recipe(role, name, formula, more, note, source, parts);
    }

    /**
     * Returns a copy with one more part.
     *
     * @param newRole what the part does in the whole
     * @param part the part's recipe
     * @return the copy
     */
    public Recipe with(String newRole, Recipe part) {
        List<Recipe> more = new ArrayList<>(parts);
        more.add(part.as(newRole));
        return new Recipe(role, name, formula, settings, note, source, more);
    }

    /**
     * Prints what changes from one recipe to another, one line a change. The reasons for a choice and the sources are
     * not compared.
     *
     * @param before the first algorithm
     * @param after the second algorithm
     * @return lines such as {@code loss: HuberLoss  instead of  SquaredLoss}, or {@code no difference}
     */
    public static String diff(Recipe before, Recipe after) {
        List<String> lines = new ArrayList<>();
        compare("", before, after, lines);
        return lines.isEmpty() ? "no difference" : String.join("\n", lines);
    }

    private static void compare(String path, Recipe before, Recipe after, List<String> lines) {
        String here = path.isEmpty() ? "algorithm" : path;
        if (!before.name.equals(after.name)) {
            lines.add(here + ": " + after.headline() + "  instead of  " + before.headline());
            return;
        }
        if (!before.formula.equals(after.formula)) {
            lines.add(here + ": " + after.formula + "  instead of  " + before.formula);
        }
        for (String key : union(before.settings, after.settings)) {
            String old = before.settings.getOrDefault(key, "absent");
            String now = after.settings.getOrDefault(key, "absent");
            if (!old.equals(now)) {
                lines.add(here + ", " + key + ": " + now + "  instead of  " + old);
            }
        }
        Map<String, Recipe> old = byRole(before);
        Map<String, Recipe> now = byRole(after);
        for (String key : union(old, now)) {
            Recipe b = old.get(key);
            Recipe a = now.get(key);
            if (a == null && b != null) {
                lines.add(join(path, key) + ": none  instead of  " + b.headline());
            } else if (b == null && a != null) {
                lines.add(join(path, key) + ": " + a.headline() + "  instead of  none");
            } else if (a != null && b != null) {
                compare(join(path, key), b, a, lines);
            }
        }
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + " › " + key;
    }

    private static Map<String, Recipe> byRole(Recipe recipe) {
        Map<String, Recipe> map = new LinkedHashMap<>();
        for (Recipe part : recipe.parts) {
            map.merge(part.role, part, (first, second) -> second);
        }
        return map;
    }

    private static Iterable<String> union(Map<String, ?> a, Map<String, ?> b) {
        LinkedHashMap<String, Boolean> keys = new LinkedHashMap<>();
        a.keySet().forEach(key -> keys.put(key, true));
        new TreeSet<>(b.keySet()).forEach(key -> keys.putIfAbsent(key, true));
        return keys.keySet();
    }

    /**
     * Returns name, settings and formula in one line.
     *
     * @return for instance {@code HuberLoss(threshold = 1.0): ½r² if |r| ≤ δ, else δ|r| − ½δ²}
     */
    public String headline() {
        StringBuilder text = new StringBuilder(name);
        if (!settings.isEmpty()) {
            List<String> pairs = new ArrayList<>();
            settings.forEach((key, value) -> pairs.add(key + " = " + value));
            text.append('(').append(String.join(", ", pairs)).append(')');
        }
        if (!formula.isEmpty()) {
            text.append(": ").append(formula);
        }
        return text.toString();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        print(text, "");
        return text.toString();
    }

    private void print(StringBuilder text, String indent) {
        text.append(indent).append(role.isEmpty() ? "" : role + ": ").append(headline());
        if (!note.isEmpty()) {
            text.append("\n").append(indent).append("    because ").append(note);
        }
        if (!source.isEmpty()) {
            text.append("\n").append(indent).append("    from ").append(source);
        }
        for (Recipe part : parts) {
            text.append('\n');
            part.print(text, indent + "  ");
        }
    }

    static String nameOf(Class<?> type) {
        if (type.isSynthetic() || type.isHidden()) {
            Class<?>[] faces = type.getInterfaces();
            return faces.length == 0 ? "user-defined part" : "user-defined " + faces[0].getSimpleName();
        }
        return type.getSimpleName().isEmpty()
                ? "user-defined "
                        + (type.getInterfaces().length > 0 ? type.getInterfaces()[0] : type.getSuperclass())
                                .getSimpleName()
                : type.getSimpleName();
    }

    private static Object read(RecordComponent component, Object record) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(
                    component.getName() + " of " + record.getClass().getName() + " must be readable", e);
        }
    }
}
