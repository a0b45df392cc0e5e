package io.shopkeeper.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.ModelCandidate;
import io.shopkeeper.platform.boundary.ModelFile;
import io.shopkeeper.platform.boundary.ModelVersionView;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundlesTest {

  private static final Map<String, byte[]> FILES =
      Map.of(ModelFile.MODEL, new byte[] {1, 2, 3}, "evaluation.csv", new byte[] {9, 9});

  @TempDir private Path folder;
  private ShopKey key;
  private final ModelVersionView version = Versions.measured(3, 0.4, 0.01);

  @BeforeEach
  void makeKey() {
    key = ShopKey.at(folder.resolve("secrets").resolve("key"));
  }

  @Test
  void theKeyIsKeptAndItsFileIsForItsOwnerAlone() throws IOException {
    Path file = folder.resolve("secrets").resolve("key");
    assertThat(ShopKey.at(file).fingerprint()).isEqualTo(key.fingerprint());
    assertThat(ShopKey.fingerprint(key.publicKey())).isEqualTo(key.fingerprint());
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
  }

  @Test
  void aBundleComesBackAsItWas() throws IOException {
    ModelCandidate candidate = read(bundle());
    assertThat(candidate.name()).isEqualTo("recommendation");
    assertThat(candidate.artefact()).isEqualTo(new byte[] {1, 2, 3});
    assertThat(candidate.files()).containsOnlyKeys("evaluation.csv");
    assertThat(candidate.metrics()).isEqualTo(version.metrics());
    assertThat(candidate.standardErrors()).isEqualTo(version.standardErrors());
    assertThat(candidate.curves()).isEqualTo(version.curves());
    assertThat(candidate.seed()).isEqualTo(7);
    assertThat(candidate.data()).isEqualTo(version.data().withoutImports());
    assertThat(candidate.jobId()).as("a job of another shop").isNull();
    assertThat(candidate.provenance())
        .containsEntry("java", "25")
        .containsEntry("originalVersion", "3")
        .containsEntry("originalShop", key.fingerprint());
  }

  @Test
  void aChangedManifestIsRefused() throws IOException {
    byte[] tampered = changed("manifest.json", text -> text.replace("0.4", "0.9"));
    assertRefused(tampered, "/signature.json");
  }

  @Test
  void aChangedFileIsRefused() throws IOException {
    assertRefused(changed("files/model.bin", text -> "xyz"), "/files/model.bin");
    assertRefused(changed("files/model.bin", text -> text + "more"), "model.bin");
  }

  @Test
  void anotherKeyThanTheSignersIsRefused() throws IOException {
    ShopKey other = ShopKey.at(folder.resolve("other"));
    assertRefused(
        changed("signature.json", text -> text.replace(key.publicKey(), other.publicKey())),
        "/signature.json");
  }

  @Test
  void aFileTooFewOrTooManyIsRefused() throws IOException {
    assertRefused(without("files/evaluation.csv"), "lacks evaluation.csv");
    Map<String, byte[]> more = entries(bundle());
    more.put("files/../../evil", new byte[] {1});
    assertRefused(zip(more), "that the manifest does not know");
  }

  @Test
  void whatIsNoBundleIsRefused() throws IOException {
    assertRefused("no zip".getBytes(StandardCharsets.UTF_8), "no bundle");
    assertRefused(new byte[0], "no bundle");
    assertRefused(zip(Map.of("model.bin", new byte[] {1})), "no bundle");
  }

  @Test
  void noFileIsReadBeforeTheSignerIsTrusted() {
    assertThatThrownBy(
            () ->
                BundleFile.read(
                    new ByteArrayInputStream(bundle()),
                    (manifest, publicKey) -> {
                      throw new IllegalStateException("not trusted: " + publicKey);
                    }))
        .hasMessage("not trusted: " + key.publicKey());
  }

  private void assertRefused(byte[] bundle, String why) {
    assertThatThrownBy(() -> read(bundle))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(why);
  }

  private static ModelCandidate read(byte[] bundle) throws IOException {
    BundleFile file =
        BundleFile.read(new ByteArrayInputStream(bundle), (manifest, publicKey) -> {});
    return Manifest.read(file.manifest())
        .candidate(file.files(), ShopKey.fingerprint(file.publicKey()));
  }

  private byte[] bundle() throws IOException {
    var out = new ByteArrayOutputStream();
    BundleFile.write(
        Manifest.write(version, "mei", Instant.parse("2026-11-25T00:00:00Z")),
        key,
        FILES::get,
        out);
    return out.toByteArray();
  }

  private byte[] changed(String entry, UnaryOperator<String> change) throws IOException {
    Map<String, byte[]> entries = entries(bundle());
    String text = new String(entries.get(entry), StandardCharsets.ISO_8859_1);
    entries.put(entry, change.apply(text).getBytes(StandardCharsets.ISO_8859_1));
    return zip(entries);
  }

  private byte[] without(String entry) throws IOException {
    Map<String, byte[]> entries = entries(bundle());
    entries.remove(entry);
    return zip(entries);
  }

  private static Map<String, byte[]> entries(byte[] zip) throws IOException {
    var entries = new LinkedHashMap<String, byte[]>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    return entries;
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(bytes)) {
      for (var entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
      }
    }
    return bytes.toByteArray();
  }
}
