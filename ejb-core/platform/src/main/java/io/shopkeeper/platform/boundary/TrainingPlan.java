package io.shopkeeper.platform.boundary;

import io.shopkeeper.training.Trainer;
import io.shopkeeper.training.TrainingTask;

/**
 * A training as its module wants it.
 *
 * @param trainer a public class that the worker has, too
 * @param place where whoever started it wants it; empty words are the setting's to choose
 * @param neededBytes memory that it needs, as far as can be told before
 * @param small whether it is done in seconds, so that a process of its own does not pay
 */
public record TrainingPlan(
    Class<? extends Trainer> trainer,
    TrainingTask task,
    TrainingPlace place,
    long neededBytes,
    boolean small) {}
