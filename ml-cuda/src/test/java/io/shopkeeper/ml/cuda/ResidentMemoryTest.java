package io.shopkeeper.ml.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.ItemScorer;
import io.shopkeeper.ml.kernel.ItemScorer.ItemFilter;
import io.shopkeeper.ml.kernel.Numbers;
import io.shopkeeper.ml.kernel.RankedRows;
import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.ml.kernel.foreign.ForeignLibrary.UnavailableException;
import io.shopkeeper.ml.kernel.scalar.ScalarKernels;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stays on a device between pieces of work. */
class ResidentMemoryTest {

  private static final int ITEMS = 1000;
  private static final int WIDTH = 16;
  private static final int SPACE = 1 << 16;

  private final ScalarKernels cpu = new ScalarKernels(Workers.callerOnly());
  private final float[] queries = Numbers.PLAIN.make(9 * WIDTH, 7);
  private EmulatedDevice device;

  @BeforeEach
  void open() {
    try {
      device = EmulatedDevice.open();
    } catch (UnavailableException missing) {
      Assumptions.abort("the kernels cannot be emulated here: " + missing.getMessage());
    }
  }

  @Test
  void isFilledOnce() {
    var memory = new DeviceMemory(device, 1 << 20);
    var holder = new Object();
    var filled = new AtomicInteger();
    for (int work = 0; work < 3; work++) {
      try (DeviceMemory.Room room = memory.room()) {
        room.resident(holder, 100, buffer -> filled.incrementAndGet());
        room.space(5000);
      }
    }
    assertThat(filled).hasValue(1);
    memory.release(holder);
    memory.trim();
    assertThat(device.held()).isZero();
  }

  @Test
  void theOneLongestUnusedMakesWay() {
    var memory = new DeviceMemory(device, 3L * SPACE);
    var filled = new AtomicInteger();
    var holders = new Object[] {"one", "two", "three", "four"};
    for (int turn : new int[] {0, 1, 2, 0, 3, 0, 2}) {
      try (DeviceMemory.Room room = memory.room()) {
        room.resident(holders[turn], SPACE / 4, buffer -> filled.incrementAndGet());
      }
    }
    assertThat(filled).as("the fourth drove out the second only").hasValue(4);
    assertThat(memory.taken()).isEqualTo(3L * SPACE);
    memory.trim();
    assertThat(device.held()).isZero();
  }

  @Test
  void workMayNotDriveOutWhatItUses() {
    var memory = new DeviceMemory(device, 2L * SPACE);
    var holder = new Object();
    try (DeviceMemory.Room room = memory.room()) {
      DeviceBuffer kept = room.resident(holder, SPACE / 4, buffer -> {});
      assertThat(room.space(SPACE / 4)).isNotSameAs(kept);
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> room.space(SPACE / 4))
          .isInstanceOf(DeviceException.OutOfMemory.class);
    }
    memory.trim();
    assertThat(device.held()).isZero();
  }

  @Test
  void itemsAreCopiedOnceAndOthersComeInBetween() {
    var counted = new CountedCopies(device);
    float[] vectors = Numbers.PLAIN.make(ITEMS * WIDTH, 6);
    float[] others = Numbers.PLAIN.make(ITEMS * WIDTH, 8);
    // Room for one of them beside the lists.
    var session = new Session(counted, 4L * 2 * ITEMS * WIDTH * 2);
    try (var kernels = new CudaKernels(session, cpu, 0);
        ItemScorer scorer = kernels.scorer(ITEMS, WIDTH, vectors);
        ItemScorer other = kernels.scorer(ITEMS, WIDTH, others)) {
      RankedRows expected = cpu.scorer(ITEMS, WIDTH, vectors).top(queries, 9, 5, ItemFilter.ALL);
      for (int turn = 0; turn < 3; turn++) {
        assertThat(scorer.top(queries, 9, 5, ItemFilter.ALL).indices())
            .containsExactly(expected.indices());
      }
      assertThat(counted.large).isEqualTo(1);
      other.top(queries, 9, 5, ItemFilter.ALL);
      assertThat(counted.large).isEqualTo(2);
    }
    assertThat(device.held()).isZero();
  }

  /** Counts the copies of item vectors. */
  private static final class CountedCopies implements Device {

    private final Device device;
    private int large;

    CountedCopies(Device device) {
      this.device = device;
    }

    @Override
    public String description() {
      return device.description();
    }

    @Override
    public long memory() {
      return device.memory();
    }

    @Override
    public DeviceBuffer allocate(long bytes) {
      return device.allocate(bytes);
    }

    @Override
    public void free(DeviceBuffer buffer) {
      device.free(buffer);
    }

    @Override
    public void copyIn(DeviceBuffer to, FloatBlock from, int rows, int columns) {
      large += rows * columns >= ITEMS * WIDTH ? 1 : 0;
      device.copyIn(to, from, rows, columns);
    }

    @Override
    public void copyIn(DeviceBuffer to, int[] from, int offset, int count) {
      device.copyIn(to, from, offset, count);
    }

    @Override
    public void copyOut(DeviceBuffer from, FloatBlock to, int rows, int columns) {
      device.copyOut(from, to, rows, columns);
    }

    @Override
    public void copyOut(DeviceBuffer from, int[] to, int offset, int count) {
      device.copyOut(from, to, offset, count);
    }

    @Override
    public void launch(DeviceKernel kernel, int gridX, int gridY, Object... arguments) {
      device.launch(kernel, gridX, gridY, arguments);
    }

    @Override
    public void close() {
      device.close();
    }
  }
}
