package io.shopkeeper.platform.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.ModelFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A bundle: a zip of {@code manifest.json}, {@code signature.json} over its bytes, and the files of
 * the version below {@code files/}, in this order. Nothing of the files is read before the
 * signature was found good, and no more of a file than the manifest says.
 *
 * @param manifest its bytes, as they were signed
 * @param publicKey of whoever signed
 */
record BundleFile(byte[] manifest, String publicKey, byte[] signature, Map<String, byte[]> files) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MANIFEST = "manifest.json";
  private static final String SIGNATURE = "signature.json";
  private static final String FOLDER = "files/";
  private static final int LONGEST_MANIFEST = 8 << 20;
  private static final int LONGEST_SIGNATURE = 16 << 10;
  private static final long LONGEST_FILES = 1L << 30;
  private static final long NO_TIME = 315_532_800_000L;

  /** Decides whether a signer is taken, before any file is read. */
  @FunctionalInterface
  interface Gate {

    /**
     * Lets a manifest pass whose signature is good.
     *
     * @throws RuntimeException with a reason if its signer is not trusted
     */
    void pass(Manifest manifest, String publicKey);
  }

  /** Reads the bytes of a file of the version. */
  @FunctionalInterface
  interface Source {

    byte[] read(String file);
  }

  /** Writes a bundle. */
  static void write(byte[] manifest, ShopKey key, Source source, OutputStream to)
      throws IOException {
    ZipOutputStream zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
    put(zip, MANIFEST, manifest);
    put(
        zip,
        SIGNATURE,
        JSON.createObjectNode()
            .put("algorithm", "Ed25519")
            .put("publicKey", key.publicKey())
            .put("fingerprint", key.fingerprint())
            .put("signature", Base64.getEncoder().encodeToString(key.sign(manifest)))
            .toPrettyString()
            .getBytes(StandardCharsets.UTF_8));
    for (ModelFile file : Manifest.read(manifest).files()) {
      put(zip, FOLDER + file.name(), source.read(file.name()));
    }
    zip.finish();
  }

  /**
   * Reads a bundle.
   *
   * @throws InvalidInputException if it is none, was changed after it was signed, or is not whole
   */
  static BundleFile read(InputStream from, Gate gate) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(from, StandardCharsets.UTF_8)) {
      byte[] manifest = part(zip, MANIFEST, LONGEST_MANIFEST);
      JsonNode seal = JSON.readTree(part(zip, SIGNATURE, LONGEST_SIGNATURE));
      String publicKey = seal.path("publicKey").asText();
      byte[] signature = Base64.getDecoder().decode(seal.path("signature").asText());
      if (!ShopKey.signed(publicKey, manifest, signature)) {
        throw InvalidInputException.of(
            "/" + SIGNATURE,
            "does not fit the manifest: the bundle was changed after it was signed, or is damaged");
      }
      Manifest described = Manifest.read(manifest);
      gate.pass(described, publicKey);
      return new BundleFile(manifest, publicKey, signature, files(zip, described));
    } catch (ZipException
        | IllegalArgumentException
        | com.fasterxml.jackson.core.JsonProcessingException broken) {
      throw InvalidInputException.of("", "this is no bundle of a model version, or it is damaged");
    }
  }

  private static Map<String, byte[]> files(ZipInputStream zip, Manifest manifest)
      throws IOException {
    Map<String, ModelFile> expected = new LinkedHashMap<>();
    manifest.files().forEach(file -> expected.put(file.name(), file));
    if (manifest.files().stream().mapToLong(ModelFile::sizeBytes).sum() > LONGEST_FILES) {
      throw InvalidInputException.of("/files", "must have at most 1 GiB together");
    }
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      String name =
          entry.getName().startsWith(FOLDER) ? entry.getName().substring(FOLDER.length()) : "";
      ModelFile file = expected.remove(name);
      if (file == null) {
        throw InvalidInputException.of(
            "/files", "has an entry that the manifest does not know: " + entry.getName());
      }
      byte[] bytes = read(zip, file.sizeBytes(), name);
      if (bytes.length != file.sizeBytes() || !Checksum.of(bytes).equals(file.sha256())) {
        throw InvalidInputException.of(
            "/files/" + name, "is not the file that was signed: its checksum differs");
      }
      files.put(name, bytes);
    }
    if (!expected.isEmpty()) {
      throw InvalidInputException.of("/files", "lacks " + String.join(", ", expected.keySet()));
    }
    return files;
  }

  private static byte[] part(ZipInputStream zip, String name, int longest) throws IOException {
    ZipEntry entry = zip.getNextEntry();
    if (entry == null || !entry.getName().equals(name)) {
      throw InvalidInputException.of(
          "", "this is no bundle of a model version: " + name + " is not where it belongs");
    }
    return read(zip, longest, name);
  }

  private static byte[] read(InputStream in, long longest, String name) throws IOException {
    var bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[64 << 10];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      bytes.write(buffer, 0, n);
      if (bytes.size() > longest) {
        throw InvalidInputException.of("/" + name, "is longer than it may be");
      }
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(NO_TIME);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
