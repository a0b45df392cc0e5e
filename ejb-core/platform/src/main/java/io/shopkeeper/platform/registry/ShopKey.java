package io.shopkeeper.platform.registry;

import io.shopkeeper.platform.database.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/**
 * The key by which this shop signs the models that it hands out: Ed25519 (RFC 8032), in a file
 * beside the database, so that a copy of the database alone cannot sign. Made when it is first
 * needed. {@code SHOPKEEPER_MODEL_KEY} names another file, for several servers of one shop.
 */
public final class ShopKey {

  private static final String ALGORITHM = "Ed25519";

  private final KeyPair pair;

  private ShopKey(KeyPair pair) {
    this.pair = pair;
  }

  /** That of this shop. */
  public static ShopKey ofThisShop() {
    String named = System.getenv("SHOPKEEPER_MODEL_KEY");
    return at(
        named == null || named.isBlank()
            ? DataDirectory.root().toAbsolutePath().resolve("secrets").resolve("model-signing-key")
            : Path.of(named));
  }

  /** That of a file, which is made if it is not there. */
  static synchronized ShopKey at(Path file) {
    try {
      return new ShopKey(Files.exists(file) ? read(file) : make(file));
    } catch (IOException problem) {
      throw new UncheckedIOException("The signing key " + file + " cannot be used", problem);
    } catch (GeneralSecurityException | IllegalArgumentException damaged) {
      throw new IllegalStateException("The signing key " + file + " is damaged", damaged);
    }
  }

  /** X.509 in Base64. */
  public String publicKey() {
    return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
  }

  /** SHA-256 of the public key, in hexadecimal. */
  public String fingerprint() {
    return Checksum.of(pair.getPublic().getEncoded());
  }

  /** Signs. */
  public byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(pair.getPrivate());
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Whether the holder of a public key signed this; not so where the key is none. */
  public static boolean signed(String publicKey, byte[] message, byte[] by) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(publicOf(publicKey));
      signature.update(message);
      return signature.verify(by);
    } catch (GeneralSecurityException | IllegalArgumentException no) {
      return false;
    }
  }

  /**
   * The fingerprint of somebody's public key.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static String fingerprint(String publicKey) {
    try {
      return Checksum.of(publicOf(publicKey).getEncoded());
    } catch (GeneralSecurityException no) {
      throw new IllegalArgumentException("no Ed25519 key", no);
    }
  }

  private static PublicKey publicOf(String text) throws GeneralSecurityException {
    byte[] bytes = Base64.getDecoder().decode(text.replaceAll("\\s", ""));
    return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(bytes));
  }

  private static KeyPair read(Path file) throws IOException, GeneralSecurityException {
    List<String> lines = Files.readAllLines(file);
    if (lines.size() < 2) {
      throw new IllegalArgumentException("two lines are wanted");
    }
    PrivateKey secret =
        KeyFactory.getInstance(ALGORITHM)
            .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(0))));
    return new KeyPair(publicOf(lines.get(1)), secret);
  }

  private static KeyPair make(Path file) throws IOException, GeneralSecurityException {
    KeyPair fresh = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path part =
        Files.getFileStore(folder).supportsFileAttributeView("posix")
            ? Files.createTempFile(
                folder,
                "key",
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
            : Files.createTempFile(folder, "key", ".part");
    Base64.Encoder base64 = Base64.getEncoder();
    Files.write(
        part,
        List.of(
            base64.encodeToString(fresh.getPrivate().getEncoded()),
            base64.encodeToString(fresh.getPublic().getEncoded())));
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    return fresh;
  }
}
