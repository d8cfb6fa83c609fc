package dev.limpid.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every Java block of the README compiles, and its first program prints what the README says it prints. */
class ReadmeTest {

    private static final Path README = Path.of("..", "README.md");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
    private static final Pattern TYPE = Pattern.compile("(?m)^(?:public |final )*(?:class|record|interface) (\\w+)");

    @TempDir
    Path folder;

    private record Fence(String language, String text) {}

    @TestFactory
    Stream<DynamicTest> everyJavaBlockCompiles() throws IOException {
        List<Fence> blocks = fences("java");
        assertThat(blocks).hasSizeGreaterThanOrEqualTo(4);

        return Stream.iterate(0, i -> i < blocks.size(), i -> i + 1)
                .map(i -> DynamicTest.dynamicTest(
                        "block " + (i + 1), () -> compile(i, blocks.get(i).text())));
    }

    @Test
    void firstProgramPrintsWhatTheReadmeShows() throws Exception {
        String type = compile(99, fences("java").get(0).text());
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.resolve("99").toUri().toURL()}, getClass().getClassLoader())) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            loader.loadClass(type).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(out);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8).strip())
                .isEqualToNormalizingNewlines(fences("text").get(0).text().strip());
    }

    private String compile(int number, String block) throws IOException {
        Path home = Files.createDirectories(folder.resolve(Integer.toString(number)));
        List<String> imports = new ArrayList<>();
        List<String> body = new ArrayList<>();
        block.lines().forEach(line -> (line.startsWith("import ") ? imports : body).add(line));
        String text = String.join("\n", body);
        Matcher type = TYPE.matcher(text);
        boolean hasType = type.find();
        String name = hasType ? type.group(1) : "Block" + number;
        String source = String.join("\n", imports) + "\n" + (hasType ? text : wrapped(name, text));
        Path file = Files.writeString(home.resolve(name + ".java"), source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int result = compiler.run(
                null,
                null,
                errors,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                home.toString(),
                file.toString());

        assertThat(result).as(errors + "\n" + source).isZero();
        return name;
    }

    private static String wrapped(String name, String statements) {
        return "import dev.limpid.examples.StockoutLoss;\nclass " + name + " {\n    void run() throws Exception {\n"
                + statements + "\n    }\n}\n";
    }

    private static List<Fence> fences(String language) throws IOException {
        List<Fence> found = new ArrayList<>();
        Matcher matcher = FENCE.matcher(Files.readString(README));
        while (matcher.find()) {
            if (matcher.group(1).equals(language)) {
                found.add(new Fence(matcher.group(1), matcher.group(2)));
            }
        }
        return found;
    }
}
