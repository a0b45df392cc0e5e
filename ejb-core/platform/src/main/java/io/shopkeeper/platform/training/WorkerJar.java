package io.shopkeeper.platform.training;

import io.shopkeeper.training.snapshot.Folders;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The worker's program: a jar inside the application, which a process of its own cannot read there
 * (WildFly and Payara keep applications in file systems of their own). It is copied to the shop's
 * folder when it is first needed, and again whenever what lies there is not what was delivered.
 */
@ApplicationScoped
public class WorkerJar {

  private static final String RESOURCE = "io/shopkeeper/worker/shopkeeper-worker.jar";
  private static final String PREFIX = "shopkeeper-worker-";

  private volatile String delivered;

  /** Whether the application brings one. */
  public boolean present() {
    return WorkerJar.class.getClassLoader().getResource(RESOURCE) != null;
  }

  /**
   * Where it lies, checked.
   *
   * @param folder of the shop's, made where it is missing
   * @return empty where the application brings none
   * @throws IOException if it cannot be written
   */
  public Optional<Path> unpacked(Path folder) throws IOException {
    if (!present()) {
      return Optional.empty();
    }
    String wanted = delivered();
    Path jar = folder.resolve(PREFIX + wanted.substring(0, 16) + ".jar");
    if (!Files.isRegularFile(jar) || !sha256(Files.newInputStream(jar)).equals(wanted)) {
      unpack(folder, jar, wanted);
    }
    return Optional.of(jar);
  }

  private String delivered() throws IOException {
    String known = delivered;
    if (known == null) {
      known = sha256(resource());
      delivered = known;
    }
    return known;
  }

  private static void unpack(Path folder, Path jar, String wanted) throws IOException {
    Folders.create(folder);
    Path draft = Files.createTempFile(folder, PREFIX, ".draft");
    try (InputStream in = resource()) {
      Files.copy(in, draft, StandardCopyOption.REPLACE_EXISTING);
      if (!sha256(Files.newInputStream(draft)).equals(wanted)) {
        throw new IOException("the worker's program could not be copied whole to " + folder);
      }
      Files.move(draft, jar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Throws away those of earlier deliveries. */
  public void forgetOthers(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    String kept = present() ? delivered().substring(0, 16) : "";
    try (var files = Files.newDirectoryStream(folder, PREFIX + "*")) {
      for (Path file : files) {
        if (!file.getFileName().toString().equals(PREFIX + kept + ".jar")) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static InputStream resource() {
    return WorkerJar.class.getClassLoader().getResourceAsStream(RESOURCE);
  }

  private static String sha256(InputStream content) throws IOException {
    try (var in = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
