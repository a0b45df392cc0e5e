package io.shopkeeper.training.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shopkeeper.ml.training.TrainingCancelledException;
import io.shopkeeper.training.Trained;
import io.shopkeeper.training.Trainer;
import io.shopkeeper.training.TrainingFailedException;
import io.shopkeeper.training.TrainingFailedException.Kind;
import io.shopkeeper.training.TrainingTask;
import io.shopkeeper.training.snapshot.Folders;
import io.shopkeeper.training.snapshot.Snapshot;
import io.shopkeeper.training.snapshot.SnapshotWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With a real Java as the worker. */
@Timeout(60)
class WorkerHostTest {

  private static final WorkerLimits SMALL = new WorkerLimits(32L << 20, 1);

  @TempDir private Path shop;
  private Path folder;
  private Snapshot snapshot;

  @BeforeEach
  void write() throws IOException {
    folder = shop.resolve("job-7");
    snapshot = numbers(shop.resolve("snapshot"));
  }

  @AfterEach
  void nothingIsLeft() {
    assertThat(folder).doesNotExist();
  }

  @Test
  void givesWhatTheTrainerGaveAndSaid() throws Exception {
    var heard = new Heard();
    Trained trained = train(TestTrainers.Summing.class, SMALL, heard);
    assertThat(trained.artefact()).asString(StandardCharsets.UTF_8).isEqualTo("6");
    assertThat(trained.metrics()).isEqualTo(Map.of("all", Map.of("sum", 6.0)));
    assertThat(trained.standardErrors()).isEqualTo(Map.of("all", Map.of("sum", 0.5)));
    assertThat(trained.curves()).isEqualTo(Map.of("loss", List.of(1.0, Double.NaN)));
    assertThat(trained.files().get("rows.csv")).asString(StandardCharsets.UTF_8).contains("1,2");
    assertThat(trained.facts())
        .containsEntry("algorithm", "sum")
        .containsEntry("options", "{rate=0.1}")
        .containsEntry("seed", "42")
        .containsEntry("workerMemoryMb", "32")
        .containsKey("workerPeakMb");
    assertThat(heard.points).contains("loss train 1 1.000", "loss train 3 0.333");
    assertThat(heard.phases).contains("adding up");
    assertThat(heard.lines).contains("a line\twith a tab");
  }

  @Test
  void livesWithinItsLimitsAndKnowsNoSecrets() throws Exception {
    Map<String, String> facts = train(TestTrainers.Summing.class, SMALL, new Heard()).facts();
    assertThat(facts)
        .containsEntry("processors", "1")
        .containsEntry("folder", shop.toRealPath().resolve("job-7").toString())
        .containsEntry("temporary", folder.resolve("tmp").toString());
    assertThat(facts.get("environment").split(",", -1))
        .isSubsetOf("LD_LIBRARY_PATH", "CUDA_VISIBLE_DEVICES", "TZ", "SystemRoot", "LC_ALL");
  }

  @Test
  void passesOverWhatIsNotForIt() throws Exception {
    var heard = new Heard();
    Trained trained = train(TestTrainers.Noisy.class, SMALL, heard);
    assertThat(trained.artefact()).asString(StandardCharsets.UTF_8).isEqualTo("6");
    assertThat(heard.lines)
        .contains("worker: [LightGBM] [Warning] no further splits", "worker: @nonsense")
        .allMatch(line -> line.length() < 600);
  }

  @Test
  void saysWhatDoesNotFit() {
    assertThat(failure(TestTrainers.Choosy.class, SMALL))
        .hasMessage("too few rows: 3, at least 10 are needed.")
        .extracting(TrainingFailedException::kind)
        .isEqualTo(Kind.UNFIT);
  }

  @Test
  void keepsTheLastLinesOfAFault() {
    var heard = new Heard();
    TrainingFailedException failure =
        catchThrowableOfType(
            TrainingFailedException.class, () -> train(TestTrainers.Broken.class, SMALL, heard));
    assertThat(failure.kind()).isEqualTo(Kind.BROKEN);
    assertThat(failure).hasMessageContaining("the planted fault");
    assertThat(heard.lines).anyMatch(line -> line.contains("TestTrainers$Broken.train"));
  }

  @Test
  void tellsWhichSettingToRaiseWhereMemoryIsNotEnough() {
    assertThat(failure(TestTrainers.Greedy.class, SMALL))
        .hasMessageContaining("The 32 MB of memory")
        .hasMessageContaining("training.memory")
        .extracting(TrainingFailedException::kind)
        .isEqualTo(Kind.MEMORY);
  }

  @Test
  void survivesAWorkerThatIsKilled() {
    var heard =
        new Heard(
            told -> {
              told.pid().flatMap(ProcessHandle::of).ifPresent(ProcessHandle::destroyForcibly);
              return false;
            });
    TrainingFailedException failure =
        catchThrowableOfType(
            TrainingFailedException.class, () -> train(TestTrainers.Endless.class, SMALL, heard));
    assertThat(failure.kind()).isEqualTo(Kind.LOST);
    assertThat(failure).hasMessageContaining("ended from outside (signal 9)");
  }

  @Test
  void survivesAWorkerThatCrashes() {
    assertThat(failure(TestTrainers.Crashing.class, SMALL))
        .hasMessageContaining("crashed (signal 6)")
        .extracting(TrainingFailedException::kind)
        .isEqualTo(Kind.LOST);
  }

  @Test
  void stopsWhenItIsWanted() {
    assertStopsSoon(
        TestTrainers.Endless.class, told -> told.pid().isPresent() && told.phases.size() > 2);
  }

  @Test
  void stopsATrainerThatDoesNotListen() {
    assertStopsSoon(TestTrainers.Deaf.class, told -> told.pid().isPresent());
  }

  private void assertStopsSoon(Class<? extends Trainer> trainer, Predicate<Heard> when) {
    long[] asked = {0};
    var noting =
        new Heard(
            told -> {
              boolean stop = when.test(told);
              asked[0] = stop && asked[0] == 0 ? System.nanoTime() : asked[0];
              return stop;
            });
    assertThatThrownBy(() -> train(trainer, SMALL, noting))
        .isInstanceOf(TrainingCancelledException.class);
    assertThat(System.nanoTime() - asked[0]).isLessThan(TimeUnit.SECONDS.toNanos(2));
    assertThat(noting.pid().flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void endsAWorkerThatFallsSilent() {
    var heard =
        new Heard(
            told -> {
              told.pid().ifPresent(WorkerHostTest::freeze);
              return false;
            });
    TrainingFailedException failure =
        catchThrowableOfType(
            TrainingFailedException.class,
            () ->
                train(
                    TestTrainers.Endless.class,
                    new WorkerLimits(32L << 20, 1, Duration.ofSeconds(2)),
                    heard));
    assertThat(failure.kind()).isEqualTo(Kind.LOST);
    assertThat(failure).hasMessageContaining("said nothing for 2 seconds");
    assertThat(heard.pid().flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void aWorkerEndsWithItsServer() throws Exception {
    Process server =
        new ProcessBuilder(
                WorkerProgram.ofThisJava(List.of()).java().toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ServerToKill.class.getName(),
                folder.toString(),
                snapshot.folder().toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String line;
    try (var said = server.inputReader()) {
      line = said.readLine();
      assertThat(line).startsWith("pid ");
      server.destroyForcibly().waitFor();
    }
    Optional<ProcessHandle> worker = ProcessHandle.of(Long.parseLong(line.substring(4)));
    if (worker.isPresent()) {
      worker.get().onExit().get(3, TimeUnit.SECONDS);
    }
    // What the dead server could not throw away, the next one does.
    Folders.delete(folder);
  }

  @Test
  void saysWhyItCannotStart() {
    var missing = new WorkerProgram(shop.resolve("no-java"), List.of(), Optional.empty(), false);
    assertThatThrownBy(
            () ->
                new WorkerHost(missing, SMALL)
                    .train("x", task(), snapshot, "scalar", folder, new Heard()))
        .isInstanceOf(TrainingFailedException.class)
        .hasMessageContaining("there is no program")
        .hasMessageContaining("no-java");
  }

  @Test
  void saysSoWhereTheWorkerLacksTheTrainer() {
    assertThatThrownBy(
            () ->
                new WorkerHost(program(), SMALL)
                    .train("no.Such", task(), snapshot, "scalar", folder, new Heard()))
        .isInstanceOf(TrainingFailedException.class)
        .hasMessageContaining("the worker has no trainer no.Such");
  }

  private TrainingFailedException failure(Class<? extends Trainer> trainer, WorkerLimits limits) {
    return catchThrowableOfType(
        TrainingFailedException.class, () -> train(trainer, limits, new Heard()));
  }

  private Trained train(Class<? extends Trainer> trainer, WorkerLimits limits, Heard heard)
      throws TrainingFailedException, IOException {
    return new WorkerHost(program(), limits)
        .train(trainer.getName(), task(), snapshot, "scalar", folder, heard);
  }

  static WorkerProgram program() {
    return WorkerProgram.ofThisJava(
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList());
  }

  static TrainingTask task() {
    return new TrainingTask("sum", Map.of("rate", "0.1"), 42, Map.of("exit", "134"));
  }

  private static Snapshot numbers(Path folder) throws IOException {
    try (SnapshotWriter writer = SnapshotWriter.begin(folder)) {
      var table = writer.table("numbers");
      var number = table.ints("number");
      for (int i = 1; i <= 3; i++) {
        number.add(i);
        table.endRow();
      }
      return writer.finish();
    }
  }

  private static void freeze(long pid) {
    try {
      new ProcessBuilder("kill", "-STOP", Long.toString(pid)).start().waitFor();
    } catch (IOException problem) {
      throw new IllegalStateException(problem);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
