package io.shopkeeper.platform.identity;

import io.shopkeeper.platform.database.DataDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Locks small secrets up (AES-GCM) and stamps what must not be forged (HMAC-SHA-256) with a key
 * that is not in the database, so that its copy alone gives nothing away. The key is {@code
 * SHOPKEEPER_SEAL_KEY}, 32 bytes in Base64, or the file {@code secrets/seal-key} of the data
 * folder, made when first needed. Safe for use by several threads.
 */
@ApplicationScoped
public class Seal {

  private static final int KEY_BYTES = 32;
  private static final int IV_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private byte[] key;

  protected Seal() {}

  /** For tests that bring their own key of 32 bytes. */
  public Seal(byte[] key) {
    this.key = key.clone();
  }

  /** Locks a text up; only {@link #open} of the same shop reads it again. */
  public String lock(String text) {
    byte[] iv = new byte[IV_BYTES];
    RANDOM.nextBytes(iv);
    byte[] locked = crypt(Cipher.ENCRYPT_MODE, iv, text.getBytes(StandardCharsets.UTF_8));
    byte[] whole = Arrays.copyOf(iv, IV_BYTES + locked.length);
    System.arraycopy(locked, 0, whole, IV_BYTES, locked.length);
    return Base64.getEncoder().encodeToString(whole);
  }

  /**
   * Reads what {@link #lock} wrote.
   *
   * @throws IllegalStateException if it was locked with another key or changed
   */
  public String open(String locked) {
    byte[] whole = Base64.getDecoder().decode(locked);
    byte[] iv = Arrays.copyOf(whole, IV_BYTES);
    byte[] text = crypt(Cipher.DECRYPT_MODE, iv, Arrays.copyOfRange(whole, IV_BYTES, whole.length));
    return new String(text, StandardCharsets.UTF_8);
  }

  /** A stamp for a text, in hexadecimal. */
  public String stamp(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(derived("stamp"), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private byte[] crypt(int mode, byte[] iv, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          mode, new SecretKeySpec(derived("lock"), "AES"), new GCMParameterSpec(TAG_BITS, iv));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException problem) {
      throw new IllegalStateException(
          "a sealed value cannot be read: the key in secrets/seal-key is not the one it was sealed"
              + " with",
          problem);
    }
  }

  private byte[] derived(String purpose) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key(), "HmacSHA256"));
    return mac.doFinal(purpose.getBytes(StandardCharsets.US_ASCII));
  }

  private synchronized byte[] key() {
    if (key == null) {
      String given = System.getenv("SHOPKEEPER_SEAL_KEY");
      key = decode(given == null || given.isBlank() ? fromFile() : given.strip());
    }
    return key;
  }

  private static byte[] decode(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    if (bytes.length != KEY_BYTES) {
      throw new IllegalStateException("the seal key must be 32 bytes in Base64");
    }
    return bytes;
  }

  private static String fromFile() {
    Path file = DataDirectory.root().toAbsolutePath().resolve("secrets").resolve("seal-key");
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(file.getParent());
        makePrivate(file);
        byte[] bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        Files.writeString(file, Base64.getEncoder().encodeToString(bytes));
      }
      return Files.readString(file).strip();
    } catch (IOException problem) {
      throw new UncheckedIOException("cannot keep the seal key in " + file, problem);
    }
  }

  private static void makePrivate(Path file) throws IOException {
    if (Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
  }
}
