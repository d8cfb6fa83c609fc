package dev.limpid.benchmarks.linear;

import java.io.IOException;

/** A problem that several programs solve. Each lies in a file of its own and is named in {@link LinearGroup}. */
public interface Case {

    /**
     * Returns the name that the command line and the RATIO line have.
     *
     * @return a word without blanks
     */
    String name();

    /**
     * Says what is solved.
     *
     * @return a few words, for {@code list}
     */
    String about();

    /**
     * Makes the data, lets the contestants run, and prints a line (mostly by {@link Contest#run}).
     *
     * @param options what the command line said
     * @throws IOException if data can't be read
     */
    void run(Options options) throws IOException;
}
