package io.shopkeeper.ml.cuda;

import io.shopkeeper.ml.kernel.FloatBlock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A device whose copies and work are two queues that go on in any order that {@link CopyOrder}
 * allows: late, and taking turns at random.
 */
final class InterleavedDevice implements Device {

  private final Device device;
  private final Cublas cublas;
  private final SplittableRandom random;
  private final Queue copies = new Queue();
  private final Queue work = new Queue();
  private final CopyOrder<Mark> order = new CopyOrder<>(new Queues());
  private int overtakings;

  /**
   * @param cublas multiplies; null for our own kernel
   */
  InterleavedDevice(EmulatedDevice device, Cublas cublas, long seed) {
    this.device = device;
    this.cublas = cublas;
    this.random = new SplittableRandom(seed);
  }

  /** How often a copy was done while older work still waited. */
  int overtakings() {
    return overtakings;
  }

  private static final class Mark {
    private int due;
    private int reached;
  }

  private interface Step {
    /** Whether it could be done. */
    boolean done();
  }

  private static final class Queue {
    private final Deque<Step> steps = new ArrayDeque<>();

    boolean step() {
      if (!steps.isEmpty() && steps.peek().done()) {
        steps.remove();
        return true;
      }
      return false;
    }

    void add(Runnable action) {
      steps.add(
          () -> {
            action.run();
            return true;
          });
    }
  }

  private final class Queues implements CopyOrder.Queues<Mark> {

    @Override
    public Mark mark() {
      return new Mark();
    }

    @Override
    public void release(Mark mark) {}

    @Override
    public void markCopies(Mark mark) {
      set(mark, copies);
    }

    @Override
    public void markWork(Mark mark) {
      set(mark, work);
    }

    private void set(Mark mark, Queue queue) {
      int due = ++mark.due;
      queue.add(() -> mark.reached = due);
    }

    @Override
    public void copiesAwait(Mark mark) {
      await(mark, copies);
    }

    @Override
    public void workAwaits(Mark mark) {
      await(mark, work);
    }

    private void await(Mark mark, Queue queue) {
      int due = mark.due;
      queue.steps.add(() -> mark.reached >= due);
    }
  }

  /** A random number of steps, or all. */
  private void go(boolean all) {
    int idle = 0;
    while (idle < 2 && (all || random.nextInt(4) > 0)) {
      boolean first = random.nextBoolean();
      boolean moved = (first ? copies : work).step();
      if (first && moved && !work.steps.isEmpty()) {
        overtakings++;
      }
      idle = moved ? 0 : idle + 1;
      if (all && idle == 2 && !(copies.steps.isEmpty() && work.steps.isEmpty())) {
        if (!copies.step() && !work.step()) {
          throw new AssertionError("the queues wait for each other");
        }
        idle = 0;
      }
    }
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
    go(true);
    order.forget(buffer);
    device.free(buffer);
  }

  @Override
  public void copyIn(DeviceBuffer to, FloatBlock from, int rows, int columns) {
    var staged = new FloatBlock(from.values().clone(), from.offset(), from.stride());
    in(to, () -> device.copyIn(to, staged, rows, columns));
  }

  @Override
  public void copyIn(DeviceBuffer to, int[] from, int offset, int count) {
    int[] staged = Arrays.copyOfRange(from, offset, offset + count);
    in(to, () -> device.copyIn(to, staged, 0, count));
  }

  private void in(DeviceBuffer to, Runnable copy) {
    order.beforeCopy(to);
    copies.add(copy);
    order.afterCopy(to);
    go(false);
  }

  @Override
  public void copyOut(DeviceBuffer from, FloatBlock to, int rows, int columns) {
    out(from);
    device.copyOut(from, to, rows, columns);
  }

  @Override
  public void copyOut(DeviceBuffer from, int[] to, int offset, int count) {
    out(from);
    device.copyOut(from, to, offset, count);
  }

  /** Waits for the work, and for the copies only where the work does. */
  private void out(DeviceBuffer from) {
    order.beforeWork(List.of(from));
    while (!work.steps.isEmpty()) {
      if (!work.step() && !copies.step()) {
        throw new AssertionError("the queues wait for each other");
      }
    }
  }

  @Override
  public void launch(DeviceKernel kernel, int gridX, int gridY, Object... arguments) {
    var used = new ArrayList<DeviceBuffer>();
    for (Object argument : arguments) {
      if (argument instanceof DeviceBuffer buffer) {
        used.add(buffer);
      }
    }
    work(used, () -> device.launch(kernel, gridX, gridY, arguments));
  }

  @Override
  public void multiply(Product product) {
    if (cublas == null) {
      product.launchOn(this);
    } else {
      work(
          product.buffers(),
          () ->
              cublas.multiply(
                  product,
                  EmulatedDevice.address(product.a()),
                  EmulatedDevice.address(product.b()),
                  EmulatedDevice.address(product.c())));
    }
  }

  private void work(List<DeviceBuffer> used, Runnable action) {
    order.beforeWork(used);
    work.add(action);
    order.afterWork(used);
    go(false);
  }

  @Override
  public void close() {
    device.close();
  }
}
