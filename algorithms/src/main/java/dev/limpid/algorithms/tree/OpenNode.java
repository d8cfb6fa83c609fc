package dev.limpid.algorithms.tree;

import org.jspecify.annotations.Nullable;

/** A node of a tree that grows: its rows, their statistics, and the best way to split it. */
final class OpenNode {

    final int id;
    final int depth;
    final int from; // its rows stand at from … to − 1 of the grower's list
    final int to;
    final double[] statistics;
    double @Nullable [][] histogram; // per column; null once the node is done with

    @Nullable
    Split best; // null: stays a leaf

    int child; // number of the left child once split; the right one follows it
    byte @Nullable [] goesLeft; // by code of the split's column, 1 or 0; null for a leaf

    OpenNode(int id, int depth, int from, int to, double[] statistics) {
        this.id = id;
        this.depth = depth;
        this.from = from;
        this.to = to;
        this.statistics = statistics;
    }

    int size() {
        return to - from;
    }

    boolean isSplit() {
        return goesLeft != null;
    }
}
