package dev.limpid.testkit.law;

/**
 * What came of testing a part by a law.
 *
 * @param status whether the law holds
 * @param text what is wrong, or why the law does not apply; empty for a law that holds
 * @since 0.1.0
 */
public record Outcome(Status status, String text) {

    /** Whether the law holds. */
    public enum Status {
        /** It holds at all points that were looked at. */
        PASSED,
        /** It is broken; the text says where and, if it can, why. */
        FAILED,
        /** It says nothing about this part; the text says why. */
        NOT_APPLICABLE,
        /** It was tested only where it can't fail (all gradients 0, say), which counts as a failure. */
        VACUOUS,
        /** It is broken, and an exclusion gives the reason why that is meant. */
        EXCLUDED
    }

    private static final Outcome PASSED = new Outcome(Status.PASSED, "");

    /**
     * The law holds.
     *
     * @return the outcome
     */
    public static Outcome passed() {
        return PASSED;
    }

    /**
     * The law is broken.
     *
     * @param text the point, both numbers, and the likely cause
     * @return the outcome
     */
    public static Outcome failed(String text) {
        return new Outcome(Status.FAILED, text);
    }

    /**
     * The law says nothing about this part.
     *
     * @param reason why, a few words: {@code no second derivative declared}
     * @return the outcome
     */
    public static Outcome notApplicable(String reason) {
        return new Outcome(Status.NOT_APPLICABLE, reason);
    }

    /**
     * The law was tested only where it can't fail.
     *
     * @param text what was empty about the test
     * @return the outcome
     */
    public static Outcome vacuous(String text) {
        return new Outcome(Status.VACUOUS, text);
    }

    /**
     * Tells whether a test has to fail.
     *
     * @return true for broken laws and empty tests
     */
    public boolean isFailure() {
        return status == Status.FAILED || status == Status.VACUOUS;
    }
}
