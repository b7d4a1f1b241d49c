package dev.stepwright.diagram.course;

/** How a visit of a state has ended, if it has; the more important before the less important. */
public enum Fate {
    /** It has not ended. */
    RUNNING,
    /** Its error has ended what it was part of: the execution, a branch or an iteration. */
    FAILED,
    /** It has failed, and a catcher has taken the error. */
    CAUGHT,
    /** It was in work when what it was part of came to an end. */
    STOPPED,
    /** It was left as it should be. */
    PASSED
}
