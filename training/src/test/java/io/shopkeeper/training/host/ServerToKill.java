package io.shopkeeper.training.host;

import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.training.snapshot.Snapshot;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Stands for the server: lets a worker train that never ends, and says the worker's process. */
public final class ServerToKill {

  private ServerToKill() {}

  public static void main(String[] arguments) throws Exception {
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    new WorkerHost(WorkerHostTest.program(), new WorkerLimits(32L << 20, 1))
        .train(
            TestTrainers.Deaf.class.getName(),
            WorkerHostTest.task(),
            Snapshot.open(Path.of(arguments[1])),
            "scalar",
            Path.of(arguments[0]),
            new TrainingListener() {
              @Override
              public void progress(double fraction, String phase) {}

              @Override
              public void log(String line) {
                out.println(line);
              }

              @Override
              public boolean cancelled() {
                return false;
              }
            });
  }
}
