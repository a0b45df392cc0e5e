package io.shopkeeper.training.host;

import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.training.Trained;
import io.shopkeeper.training.Trainer;
import io.shopkeeper.training.TrainingTask;
import io.shopkeeper.training.snapshot.Snapshot;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/** Trainers that behave well and badly. */
public final class TestTrainers {

  private TestTrainers() {}

  /** Adds numbers up; says where and how it ran. */
  public static final class Summing implements Trainer {

    @Override
    public Trained train(TrainingTask task, Snapshot data, TrainingListener listener)
        throws IOException {
      int[] numbers = data.table("numbers").ints("number");
      for (int step = 1; step <= 3; step++) {
        listener.progress(step / 3.0, "adding up");
        listener.measured("loss train", step, 1.0 / step);
      }
      listener.log("a line\twith a tab");
      Runtime machine = Runtime.getRuntime();
      return new Trained(
          Integer.toString(Arrays.stream(numbers).sum()).getBytes(StandardCharsets.UTF_8),
          task.options(),
          Map.of("all", Map.of("sum", (double) Arrays.stream(numbers).sum())),
          Map.of("all", Map.of("sum", 0.5)),
          Map.of("loss", List.of(1.0, Double.NaN)),
          Map.of(
              "algorithm", task.algorithm(),
              "options", new TreeMap<>(task.options()).toString(),
              "seed", Long.toString(task.seed()),
              "processors", Integer.toString(machine.availableProcessors()),
              "environment", String.join(",", System.getenv().keySet()),
              "folder", System.getProperty("user.dir"),
              "temporary", System.getProperty("java.io.tmpdir")),
          Map.of("rows.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)));
    }
  }

  /** Goes on until it is stopped; says its process. */
  public static final class Endless implements Trainer {

    @Override
    public Trained train(TrainingTask task, Snapshot data, TrainingListener listener) {
      listener.log("pid " + ProcessHandle.current().pid());
      while (true) {
        LockSupport.parkNanos(10_000_000);
        listener.progress(0.5, "turning");
        listener.stopIfCancelled();
      }
    }
  }

  /** Goes on and does not want to hear of stopping. */
  public static final class Deaf implements Trainer {

    @Override
    public Trained train(TrainingTask task, Snapshot data, TrainingListener listener) {
      listener.log("pid " + ProcessHandle.current().pid());
      while (true) {
        LockSupport.parkNanos(10_000_000);
      }
    }
  }

  /** Takes all memory there is. */
  public static final class Greedy implements Trainer {

    @Override
    public Trained train(TrainingTask task, Snapshot data, TrainingListener listener) {
      var kept = new ArrayList<long[]>();
      while (kept.size() < Integer.MAX_VALUE) {
        kept.add(new long[1 << 17]);
      }
      throw new IllegalStateException("endless memory: " + kept.size());
    }
  }

  /** Says what does not belong there, as a native library might, and then does its work. */
  public static final class Noisy implements Trainer {

    @Override
    public Trained train(TrainingTask task, Snapshot data, TrainingListener listener)
        throws IOException {
      var out = new FileOutputStream(FileDescriptor.out);
      out.write(
          "[LightGBM] [Warning] no further splits\n@progress\tmany\n@nonsense\n"
              .getBytes(StandardCharsets.UTF_8));
      byte[] huge = new byte[1 << 20];
      Arrays.fill(huge, (byte) 'x');
      out.write(huge);
      out.write(new byte[] {'\n', (byte) 0xff, (byte) 0xfe, '\n'});
      return new Summing().train(task, data, listener);
    }
  }

  /** Does not like the data. */
  public static final class Choosy implements Trainer {

    @Override
    public Trained train(TrainingTask task, Snapshot data, TrainingListener listener) {
      throw new IllegalArgumentException("too few rows: 3, at least 10 are needed");
    }
  }

  /** Has a fault. */
  public static final class Broken implements Trainer {

    @Override
    public Trained train(TrainingTask task, Snapshot data, TrainingListener listener) {
      throw new IllegalStateException("the planted fault");
    }
  }

  /** Ends the process with that exit, as a crash of native code does. */
  public static final class Crashing implements Trainer {

    @Override
    public Trained train(TrainingTask task, Snapshot data, TrainingListener listener) {
      Runtime.getRuntime().halt(Integer.parseInt(task.parameters().get("exit")));
      throw new IllegalStateException("lives on");
    }
  }
}
