package io.shopkeeper.ml.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.GemmShape;
import io.shopkeeper.ml.kernel.ItemScorer.ItemFilter;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.kernel.NeighbourSpec;
import io.shopkeeper.ml.kernel.Numbers;
import io.shopkeeper.ml.kernel.SimilarityMeasure;
import io.shopkeeper.ml.kernel.SparseRows;
import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.ml.kernel.foreign.ForeignLibrary.UnavailableException;
import io.shopkeeper.ml.kernel.scalar.ScalarKernels;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A device that fails in the middle of a job: the job ends right. */
class DeviceFailureTest {

  private static final int LIMIT = 64 << 10;

  private final Kernels cpu = new ScalarKernels(Workers.callerOnly());
  private final Logger log = Logger.getLogger(Session.class.getName());
  private final List<String> told = new ArrayList<>();
  private final Handler listener = new Told();
  private EmulatedDevice device;

  @BeforeEach
  void open() {
    try {
      device = EmulatedDevice.open();
    } catch (UnavailableException missing) {
      Assumptions.abort("the kernels cannot be emulated here: " + missing.getMessage());
    }
  }

  @BeforeEach
  void listen() {
    log.setUseParentHandlers(false);
    log.addHandler(listener);
  }

  @AfterEach
  void listenNoMore() {
    log.removeHandler(listener);
    log.setUseParentHandlers(true);
  }

  private final class Told extends Handler {

    @Override
    public void publish(LogRecord entry) {
      told.add(new SimpleFormatter().formatMessage(entry));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  /** Jobs of several pieces each. */
  enum Job {
    PRODUCT,
    SYSTEMS,
    PROBABILITIES,
    RANKING,
    SIMILARITY;

    float[] run(Kernels kernels) {
      return switch (this) {
        case PRODUCT -> product(kernels);
        case SYSTEMS -> systems(kernels);
        case PROBABILITIES -> probabilities(kernels);
        case RANKING -> ranking(kernels);
        case SIMILARITY -> similarity(kernels);
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLostDeviceLosesNothing(Job job) {
    failingAnywhere(job, true);
  }

  @ParameterizedTest
  @EnumSource
  void aDeviceWithoutMemoryLosesNothing(Job job) {
    failingAnywhere(job, false);
  }

  private void failingAnywhere(Job job, boolean forGood) {
    float[] expected = job.run(cpu);
    int call = 1;
    for (boolean failed = true; failed; call += 1 + call / 6) {
      var faulty = new FaultyDevice(device, call, forGood);
      told.clear();
      try (var kernels = new CudaKernels(new Session(faulty, LIMIT), cpu, 0)) {
        assertThat(job.run(kernels))
            .as("%s, failing at call %d", job, call)
            .containsExactly(expected, within(1e-4f));
        failed = faulty.calls() >= call;
        int before = faulty.calls();
        assertThat(job.run(kernels)).containsExactly(expected, within(1e-4f));
        if (failed) {
          assertThat(told).as("the log says why, once").hasSize(1);
          assertThat(told.getFirst())
              .contains(forGood ? "SHOP-7002" : "SHOP-7001")
              .contains("CUDA_ERROR");
          assertThat(faulty.calls() == before).as("only a lost device rests").isEqualTo(forGood);
        }
      }
    }
    assertThat(call).as("the job had several steps to fail at").isGreaterThan(5);
  }

  @Test
  void aThousandJobsLeaveNothingBehind() {
    var session = new Session(device, LIMIT);
    int held = 0;
    try (var kernels = new CudaKernels(session, cpu, 0)) {
      for (int job = 0; job < 1000; job++) {
        float[] values = Numbers.PLAIN.make(1 + job % 50, job);
        kernels.softmax(1, values.length, FloatBlock.of(values, values.length));
        held = Math.max(held, device.held());
      }
      assertThat(session.memory().taken()).isLessThanOrEqualTo(LIMIT);
    }
    assertThat(held).isLessThan(10);
    assertThat(device.held()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4096, 100_000})
  void memoryKeepsItsBound(int count) {
    var memory = new DeviceMemory(device, LIMIT);
    try (DeviceMemory.Room room = memory.room()) {
      room.space(count);
      assertThat(memory.taken()).isLessThanOrEqualTo(LIMIT);
    } catch (DeviceException.OutOfMemory full) {
      assertThat(count).isGreaterThan(LIMIT / 4);
      assertThat(full).hasMessageContaining("in use");
    }
    memory.trim();
    assertThat(device.held()).isZero();
  }

  private static float[] product(Kernels kernels) {
    float[] a = Numbers.PLAIN.make(150 * 90, 1);
    float[] b = Numbers.PLAIN.make(90 * 130, 2);
    float[] c = Numbers.PLAIN.make(150 * 130, 3);
    kernels.gemm(
        GemmShape.of(150, 130, 90),
        1f,
        FloatBlock.of(a, 90),
        FloatBlock.of(b, 130),
        0.5f,
        FloatBlock.of(c, 130));
    return c;
  }

  private static float[] systems(Kernels kernels) {
    int n = 8;
    float[] matrices = new float[60 * n * n];
    for (int i = 0; i < matrices.length; i++) {
      matrices[i] = i % (n * n) % (n + 1) == 0 ? 4 : 0.2f;
    }
    float[] sides = Numbers.PLAIN.make(60 * n, 4);
    assertThat(kernels.choleskySolve(60, n, matrices, sides)).isZero();
    return sides;
  }

  private static float[] probabilities(Kernels kernels) {
    float[] values = Numbers.PLAIN.make(300 * 70, 5);
    kernels.softmax(300, 70, FloatBlock.of(values, 70));
    return values;
  }

  private static float[] ranking(Kernels kernels) {
    float[] vectors = Numbers.PLAIN.make(900 * 16, 6);
    float[] queries = Numbers.PLAIN.make(3 * 16, 7);
    return kernels.scorer(900, 16, vectors).top(queries, 3, 5, ItemFilter.ALL).scores();
  }

  private static float[] similarity(Kernels kernels) {
    int rows = 200;
    int[] starts = new int[rows + 1];
    int[] indices = new int[rows * 6];
    for (int row = 0; row < rows; row++) {
      for (int cell = 0; cell < 6; cell++) {
        indices[row * 6 + cell] = row % 7 + cell * 8;
      }
      starts[row + 1] = (row + 1) * 6;
    }
    float[] values = Numbers.PLAIN.make(indices.length, 8);
    var matrix = new SparseRows(rows, 60, starts, indices, values);
    return kernels
        .neighbours(
            matrix,
            matrix.transpose(),
            NeighbourSpec.of(SimilarityMeasure.COSINE, 4),
            TrainingListener.SILENT)
        .scores();
  }
}
