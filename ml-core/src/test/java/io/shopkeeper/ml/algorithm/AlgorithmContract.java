package io.shopkeeper.ml.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.TestWorkers;
import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.ml.training.Listeners;
import io.shopkeeper.ml.training.TrainingCancelledException;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every algorithm keeps to, whatever it learns from.
 *
 * @param <D> what it learns from
 * @param <O> its options
 * @param <M> what it gives
 */
public abstract class AlgorithmContract<D, O extends Record, M extends TrainedModel> {

  private static final long SEED = 7;

  /** The algorithm under test. */
  protected abstract Algorithm<D, O, M> algorithm();

  /** Options for small data, where the standard ones need too long or too much data. */
  protected O options() {
    return algorithm().standard();
  }

  /** Data with something to be found, one of each kind that the algorithm takes. */
  protected abstract List<D> planted();

  /** That a model that was read says of the data what the one that was stored says. */
  protected abstract void saysTheSame(M stored, M read, D data);

  /** How often it may be asked in vain whether to stop: it asks more often, even on small data. */
  protected int questionsBeforeCancel() {
    return 2;
  }

  /** With the options for small data. */
  protected final M train(D data) {
    return algorithm().train(data, options(), SEED, TrainingListener.SILENT);
  }

  @Test
  void storedAndReadIsTheSame() {
    for (D data : planted()) {
      M model = train(data);
      byte[] bytes = Stored.bytes(model);
      M again = Stored.read(algorithm(), bytes);
      assertThat(Stored.bytes(again)).isEqualTo(bytes);
      saysTheSame(model, again, data);
    }
  }

  @Test
  void oneSeedGivesTheSameBytesOnOneThreadAndOnTwo() {
    for (D data : planted()) {
      try (var pool = new TestWorkers(2)) {
        byte[] one = bytes(data, Workers.callerOnly());
        assertThat(bytes(data, Workers.callerOnly())).isEqualTo(one);
        assertThat(bytes(data, pool.workers())).isEqualTo(one);
      }
    }
  }

  private byte[] bytes(D data, Workers workers) {
    try (KernelBackends backends = KernelBackends.start(workers, "vector")) {
      KernelBackends.install(() -> backends);
      return Stored.bytes(train(data));
    } finally {
      KernelBackends.install(null);
    }
  }

  @Test
  void stopsWhereItIsCancelled() {
    D data = planted().getFirst();
    for (int asked = 0; asked <= questionsBeforeCancel(); asked++) {
      TrainingListener listener = Listeners.cancelledAfter(asked);
      assertThatThrownBy(() -> algorithm().train(data, options(), SEED, listener))
          .as("asked %d times before", asked)
          .isInstanceOf(TrainingCancelledException.class);
    }
  }

  @Test
  void damagedBytesAreRefused() {
    Stored.damagedBytesAreRefused(algorithm(), Stored.bytes(train(planted().getFirst())));
  }

  @Test
  void optionsHoldTheirLimits() {
    OptionLimits.areHeld(algorithm());
  }

  @Test
  void textsAreThereInBothLanguages() {
    assertThatCode(() -> Texts.areThere(algorithm())).doesNotThrowAnyException();
  }
}
