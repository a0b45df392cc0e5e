package io.shopkeeper.platform.training;

import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.training.TriedOptions;
import io.shopkeeper.platform.boundary.JobContext;

/** Tells a job what a training says, within a part of the job's progress. */
final class JobEar implements TrainingListener {

  private final JobContext job;
  private final double from;
  private final double to;

  JobEar(JobContext job, double from, double to) {
    this.job = job;
    this.from = from;
    this.to = to;
  }

  @Override
  public void progress(double fraction, String phase) {
    job.progress(from + (to - from) * Math.clamp(fraction, 0, 1), phase);
  }

  @Override
  public void measured(String curve, int step, double value) {
    if (Double.isFinite(value)) {
      job.point(curve, step, value);
    }
  }

  @Override
  public void tried(TriedOptions trial) {
    job.tried(trial);
  }

  @Override
  public void log(String line) {
    job.log(line);
  }

  @Override
  public boolean cancelled() {
    return job.cancelled();
  }
}
