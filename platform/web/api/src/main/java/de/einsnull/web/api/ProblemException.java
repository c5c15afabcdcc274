package de.einsnull.web.api;

import java.util.Objects;

/** Thrown by a resource to answer with a {@link Problem}. */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /**
     * Creates the exception.
     *
     * @param problem what the client is told
     */
    public ProblemException(Problem problem) {
        this(problem, null);
    }

    /**
     * Creates the exception with a cause that is logged but not shown.
     *
     * @param problem what the client is told
     * @param cause why, may be null
     */
    public ProblemException(Problem problem, Throwable cause) {
        super(problem.code() + ": " + problem.detail().en(), cause);
        this.problem = Objects.requireNonNull(problem, "problem");
    }

    /**
     * What the client is told.
     *
     * @return the problem
     */
    public Problem problem() {
        return problem;
    }
}
