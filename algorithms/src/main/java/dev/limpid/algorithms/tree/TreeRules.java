package dev.limpid.algorithms.tree;

import dev.limpid.core.data.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The splits of a tree in words. */
record TreeRules(List<Column> columns, Nodes at) {

    /** Says what sends a row from a node to one of its children. */
    String rule(int node, boolean left) {
        Column column = columns.get(at.feature[node]);
        boolean isLevel = at.isLevel[node];
        double threshold = at.threshold[node];
        boolean alone = isLevel ? threshold < 0 : threshold == Double.POSITIVE_INFINITY;
        if (alone) {
            return column.name() + (at.missingLeft[node] == left ? " is missing" : " is not missing");
        }
        String relation = isLevel ? (left ? " = " : " ≠ ") : (left ? " ≤ " : " > ");
        String orMissing = at.sawMissing[node] && at.missingLeft[node] == left ? " or missing" : "";
        return column.name() + relation + column.print(threshold) + orMissing;
    }

    /** Prints one line a node, children below their parent. */
    String print(double[] value, double[] weight) {
        List<String> lines = new ArrayList<>();
        add(0, "all rows", "", value, weight, lines);
        return String.join("\n", lines);
    }

    private void add(int node, String rule, String indent, double[] value, double[] weight, List<String> lines) {
        boolean leaf = at.feature[node] == Nodes.LEAF;
        lines.add(String.format(
                Locale.ROOT,
                "%s%s: %s%.6g (weight %.6g)",
                indent,
                rule,
                leaf ? "leaf " : "",
                value[node],
                weight[node]));
        if (!leaf) {
            int left = at.child[node];
            add(left, rule(node, true), indent + "  ", value, weight, lines);
            add(left + 1, rule(node, false), indent + "  ", value, weight, lines);
        }
    }
}
