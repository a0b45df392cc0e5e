package io.shopkeeper.training.worker;

import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.ml.training.TrainingCancelledException;
import io.shopkeeper.training.Trained;
import io.shopkeeper.training.Trainer;
import io.shopkeeper.training.lines.WrongVersionException;
import io.shopkeeper.training.protocol.Message;
import io.shopkeeper.training.protocol.Message.Reason;
import io.shopkeeper.training.protocol.ResultFolder;
import io.shopkeeper.training.protocol.TrainingOrder;
import io.shopkeeper.training.snapshot.Snapshot;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ForkJoinPool;

/** Does one training and ends. */
public final class Worker {

  private final Path folder;
  private final Mouth mouth;
  private final PrintStream errors;

  private Worker(Path folder, Mouth mouth, PrintStream errors) {
    this.folder = folder;
    this.mouth = mouth;
    this.errors = errors;
  }

  /**
   * Trains.
   *
   * @param arguments the folder with the order
   */
  public static void main(String[] arguments) {
    var mouth = new Mouth(new FileOutputStream(FileDescriptor.out));
    var errors =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    // What libraries print must not come between the messages.
    System.setOut(errors);
    var worker = new Worker(Path.of(arguments[0]), mouth, errors);
    mouth.say(worker.work());
    // Threads of libraries may live on; the work is done.
    Runtime.getRuntime().halt(0);
  }

  private Message work() {
    mouth.say(
        new Message.Hello(
            Message.VERSION, System.getProperty("java.version"), Runtime.getRuntime().maxMemory()));
    try {
      TrainingOrder order = TrainingOrder.read(folder);
      Trained trained = train(order, Pulse.start(mouth, order.parent()));
      return new Message.Done(ResultFolder.write(folder, trained));
    } catch (TrainingCancelledException stopped) {
      return new Message.Failed(Reason.STOPPED, "stopped");
    } catch (WrongVersionException otherVersion) {
      return new Message.Failed(Reason.VERSION, otherVersion.getMessage());
    } catch (OutOfMemoryError full) {
      return new Message.Failed(Reason.MEMORY, String.valueOf(full.getMessage()));
    } catch (IllegalArgumentException unfit) {
      unfit.printStackTrace(errors);
      return new Message.Failed(Reason.UNFIT, String.valueOf(unfit.getMessage()));
    } catch (IOException | RuntimeException | Error broken) {
      broken.printStackTrace(errors);
      return new Message.Failed(Reason.BROKEN, broken.toString());
    }
  }

  private Trained train(TrainingOrder order, Pulse pulse) throws IOException {
    Trainer trainer = trainer(order.trainer());
    try (var pool = new ForkJoinPool(order.threads());
        var kernels = new LazyKernels(Workers.of(pool, order.threads()), order.backend())) {
      KernelBackends.install(kernels::get);
      return trainer.train(order.task(), Snapshot.open(order.snapshot()), pulse);
    }
  }

  private static Trainer trainer(String name) throws IOException {
    try {
      return Class.forName(name).asSubclass(Trainer.class).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException | ClassCastException missing) {
      throw new IOException("the worker has no trainer " + name, missing);
    }
  }
}
