package io.shopkeeper.cli.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopkeeper.cli.CommandFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * One shop's folder on disk: database, uploads, the server's working files, and the secrets that
 * the command line needs, readable by their owner alone.
 *
 * @param path absolute; made on demand
 */
public record DataFolder(Path path) {

  private static final long NEEDED_BYTES = 1L << 30;
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Makes the folder and checks that it can be used.
   *
   * @throws CommandFailedException if it cannot be written or its disk is nearly full
   */
  public static DataFolder prepare(Path path) {
    try {
      Files.createDirectories(path);
      Path probe = Files.createTempFile(path, "write", ".probe");
      Files.delete(probe);
      long free = Files.getFileStore(path).getUsableSpace();
      if (free < NEEDED_BYTES) {
        throw new CommandFailedException(
            "The disk that holds %s has %,d MB left; the shop needs at least %,d MB. Free some space or choose another folder with --data DIR."
                .formatted(path, free >> 20, NEEDED_BYTES >> 20));
      }
      return new DataFolder(path.toAbsolutePath().normalize());
    } catch (IOException problem) {
      throw new CommandFailedException(
          "Cannot write to the data folder %s (%s). Choose another with --data DIR."
              .formatted(path, problem.getMessage()),
          problem);
    }
  }

  /** The server's base folder: configuration, deployments, log, temporary files. */
  public Path server() {
    return path.resolve("server");
  }

  /** What the server printed since its last start. */
  public Path consoleLog() {
    return path.resolve("console.log");
  }

  /** Written by the server's own start script. */
  public Path pidFile() {
    return path.resolve("server.pid");
  }

  /** Product pictures that the server hands out. */
  public Path media() {
    return path.resolve("media");
  }

  /** Present once the demo shop is imported and its models are trained. */
  public Path readyMarker() {
    return path.resolve("ready");
  }

  /** The secret key with which the command line talks to the server; made on first use. */
  public String commandLineKey() {
    return secret("command-line-key", () -> "sk_" + random(8) + "_" + random(43));
  }

  /** The password that the first administrator gets if there is nobody yet. */
  public String firstAdministratorPassword() {
    return secret("first-administrator-password", () -> random(20));
  }

  /** Forgets the first password, once it was shown. */
  public void forgetFirstPassword() {
    try {
      Files.deleteIfExists(path.resolve("secrets").resolve("first-administrator-password"));
      Files.writeString(path.resolve("secrets").resolve("administrator-told"), "");
    } catch (IOException problem) {
      throw new CommandFailedException(
          "Cannot tidy " + path + ": " + problem.getMessage(), problem);
    }
  }

  /** Whether the first administrator's password was shown already. */
  public boolean administratorTold() {
    return Files.exists(path.resolve("secrets").resolve("administrator-told"));
  }

  /** Remembers how the running server is reached. */
  public void remember(int port) {
    ObjectNode run = JSON.createObjectNode().put("port", port);
    try {
      Files.writeString(path.resolve("run.json"), run.toString());
    } catch (IOException problem) {
      throw new CommandFailedException(
          "Cannot write " + path + ": " + problem.getMessage(), problem);
    }
  }

  /** The port of the last start, if there was one. */
  public Optional<Integer> port() {
    Path file = path.resolve("run.json");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readTree(Files.readString(file)).path("port").asInt());
    } catch (IOException problem) {
      throw new CommandFailedException(
          file + " is damaged; delete it and start again with ./shopkeeper run.", problem);
    }
  }

  private String secret(String name, java.util.function.Supplier<String> maker) {
    Path file = path.resolve("secrets").resolve(name);
    try {
      if (Files.exists(file)) {
        return Files.readString(file).strip();
      }
      Files.createDirectories(file.getParent());
      boolean posix = Files.getFileStore(path).supportsFileAttributeView("posix");
      if (posix) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      String value = maker.get();
      Files.writeString(file, value);
      return value;
    } catch (IOException problem) {
      throw new CommandFailedException("Cannot keep secrets in " + file, problem);
    }
  }

  private static String random(int characters) {
    byte[] bytes = new byte[characters];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(bytes)
        .replace('-', 'a')
        .replace('_', 'b')
        .substring(0, characters);
  }
}
