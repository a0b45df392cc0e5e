package io.shopkeeper.platform.boundary;

/**
 * The worker as it would be started now.
 *
 * @param usable whether it can be
 * @param problem why not; empty if it can
 * @param place where trainings run
 * @param java the program
 * @param memoryBytes the most that its heap may become
 * @param availableBytes memory of the machine that nobody uses now; -1 where it does not tell
 * @param threads that compute
 * @param lowered whether the system gives it a lower priority
 */
public record WorkerView(
    boolean usable,
    String problem,
    TrainingPlace place,
    String java,
    long memoryBytes,
    long availableBytes,
    int threads,
    boolean lowered) {}
