package io.shopkeeper.ml.neural.train;

import io.shopkeeper.ml.training.TrainingListener;
import java.util.OptionalDouble;

/**
 * Epoch after epoch with their curves, an early end where the loss on validation no longer falls
 * (Prechelt: Early Stopping — But When?, 1998), and the weights of the best epoch at the end.
 */
public final class Epochs {

  private final Plan plan;
  private final TrainingListener listener;

  /** Of a plan. */
  public Epochs(Plan plan, TrainingListener listener) {
    this.plan = plan;
    this.listener = listener;
  }

  /** What is done in each. */
  public interface Work {

    /**
     * Learns from all rows once.
     *
     * @param epoch counted from 0
     * @return the mean loss
     */
    double learn(int epoch);

    /**
     * Measures what is held out, and tells the listener of further curves.
     *
     * @param step counted from 1
     * @return the loss that decides, the smaller the better; empty where nothing is held out
     */
    OptionalDouble validate(int step);
  }

  /**
   * Trains.
   *
   * @param values what is learnt; of the best epoch at the end, where something is held out and
   *     patience is more than 0
   * @return the epochs that were done
   */
  public int run(float[] values, Work work) {
    boolean choosing = plan.patience() > 0;
    float[] kept = choosing ? values.clone() : values;
    double best = Double.POSITIVE_INFINITY;
    int since = 0;
    int done = 0;
    while (done < plan.epochs() && (plan.patience() == 0 || since < plan.patience())) {
      double loss = work.learn(done++);
      listener.measured("loss train", done, loss);
      OptionalDouble validation = work.validate(done);
      listener.progress((double) done / plan.epochs(), "epoch " + done);
      if (validation.isPresent()) {
        listener.measured("loss validation", done, validation.getAsDouble());
        since++;
        if (validation.getAsDouble() < best) {
          best = validation.getAsDouble();
          since = 0;
          copy(values, kept);
        }
      } else {
        copy(values, kept);
      }
    }
    copy(kept, values);
    return done;
  }

  private static void copy(float[] from, float[] to) {
    if (from != to) {
      System.arraycopy(from, 0, to, 0, from.length);
    }
  }
}
