package io.shopkeeper.training.host;

import io.shopkeeper.training.worker.Worker;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How the process of a worker is started. */
final class WorkerCommand {

  static final String ERRORS = "errors.txt";
  static final String CRASH = "crash.log";
  static final String TEMPORARY = "tmp";

  private static final int NICE = 10;

  /** What native libraries and the system itself need; nothing that could be a secret. */
  private static final List<String> ENVIRONMENT =
      List.of("LD_LIBRARY_PATH", "CUDA_VISIBLE_DEVICES", "TZ", "SystemRoot");

  /** Where this Java was told to look for native libraries. */
  private static final List<String> PASSED_ON = List.of("shopkeeper.blas.library");

  private WorkerCommand() {}

  static Process start(WorkerProgram program, WorkerLimits limits, Path folder) throws IOException {
    var builder = new ProcessBuilder(command(program, limits, folder));
    builder.directory(folder.toFile());
    builder.redirectError(folder.resolve(ERRORS).toFile());
    Map<String, String> environment = builder.environment();
    Map<String, String> all = Map.copyOf(environment);
    environment.clear();
    ENVIRONMENT.stream()
        .filter(all::containsKey)
        .forEach(name -> environment.put(name, all.get(name)));
    environment.put("LC_ALL", "C.UTF-8");
    return builder.start();
  }

  static List<String> command(WorkerProgram program, WorkerLimits limits, Path folder) {
    var command = new ArrayList<String>();
    program.nice().ifPresent(nice -> command.addAll(List.of(nice.toString(), "-n", "" + NICE)));
    command.add(program.java().toString());
    command.add("-Xmx" + Math.max(1, limits.megabytes()) + "m");
    command.add("-XX:ActiveProcessorCount=" + limits.threads());
    command.add("-XX:+UseParallelGC");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-XX:-CreateCoredumpOnCrash");
    command.add("-XX:+PerfDisableSharedMem");
    command.add("-XX:ErrorFile=" + folder.resolve(CRASH));
    command.add("-Djava.io.tmpdir=" + folder.resolve(TEMPORARY));
    command.add("-Djava.awt.headless=true");
    PASSED_ON.stream()
        .filter(name -> System.getProperty(name) != null)
        .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
    command.add("--enable-native-access=ALL-UNNAMED");
    if (program.vector()) {
      command.add("--add-modules=jdk.incubator.vector");
    }
    command.add("-cp");
    command.add(
        program.classPath().stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
    command.add(Worker.class.getName());
    command.add(folder.toString());
    return command;
  }
}
