package io.shopkeeper.platform.registry;

import io.shopkeeper.platform.boundary.ModelCandidate;
import io.shopkeeper.platform.boundary.ModelVersionView;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Bundles as the boundary sees them: versions go in, candidates come out. */
public final class Bundles {

  private Bundles() {}

  /**
   * What was in a bundle.
   *
   * @param version its number in the shop that made it
   * @param fingerprint of that shop's key
   * @param sha256 of the model itself
   */
  public record Received(
      ModelCandidate candidate, int version, String fingerprint, String sha256) {}

  /** Writes a version, signed by this shop. */
  public static void write(
      ModelVersionView version,
      Function<String, byte[]> files,
      String by,
      Instant now,
      OutputStream to)
      throws IOException {
    BundleFile.write(Manifest.write(version, by, now), ShopKey.ofThisShop(), files::apply, to);
  }

  /**
   * Reads a bundle.
   *
   * @param gate is told the model and the fingerprint of the shop before a file is read, and stops
   *     it by an exception
   */
  public static Received read(InputStream from, BiConsumer<String, String> gate)
      throws IOException {
    BundleFile bundle =
        BundleFile.read(
            from,
            (manifest, publicKey) -> gate.accept(manifest.name(), ShopKey.fingerprint(publicKey)));
    Manifest manifest = Manifest.read(bundle.manifest());
    String fingerprint = ShopKey.fingerprint(bundle.publicKey());
    ModelCandidate candidate = manifest.candidate(bundle.files(), fingerprint);
    return new Received(
        candidate, manifest.version(), fingerprint, Checksum.of(candidate.artefact()));
  }
}
