package io.shopkeeper.platform.boundary;

import io.shopkeeper.platform.entity.ModelVersion;
import io.shopkeeper.platform.entity.TrustedShopEntry;
import io.shopkeeper.platform.registry.Bundles;
import io.shopkeeper.platform.registry.ModelModules;
import io.shopkeeper.platform.registry.ModelStore;
import io.shopkeeper.platform.registry.ShopKey;
import io.shopkeeper.platform.registry.TrustStore;
import io.shopkeeper.platform.registry.VersionKeeper;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;

/**
 * Takes model versions out of a shop and into another. A bundle is signed by the shop that made it;
 * a shop takes only its own and those of shops that somebody here has trusted.
 */
@Stateless
public class ModelBundles {

  private static final int LONGEST_NAME = 120;

  @Inject private ModelRegistry registry;
  @Inject private ModelStore store;
  @Inject private VersionKeeper keeper;
  @Inject private ModelModules modules;
  @Inject private TrustStore trust;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** The public key of this shop, to be trusted by others. */
  public TrustedShop own() {
    ShopKey key = ShopKey.ofThisShop();
    return new TrustedShop(key.fingerprint(), "", key.publicKey(), null, null);
  }

  /** The shops whose models this one takes. */
  public List<TrustedShop> trusted() {
    return trust.all().stream().map(TrustedShopEntry::view).toList();
  }

  /**
   * Takes models of a shop from now on.
   *
   * @param publicKey as that shop shows it: Ed25519, X.509 in Base64
   * @throws InvalidInputException if it is no key, or the name is none
   * @throws ConflictException if it is trusted already, or is this shop's own
   */
  public TrustedShop trust(String name, String publicKey, String by) {
    if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
      throw InvalidInputException.of("/name", "must have 1 to " + LONGEST_NAME + " characters");
    }
    String fingerprint;
    try {
      fingerprint = ShopKey.fingerprint(publicKey == null ? "" : publicKey);
    } catch (IllegalArgumentException none) {
      throw InvalidInputException.of(
          "/publicKey", "must be an Ed25519 key as the other shop shows it");
    }
    if (trust.find(fingerprint).isPresent() || own().fingerprint().equals(fingerprint)) {
      throw new ConflictException("The shop with the key " + fingerprint + " is trusted already.");
    }
    var shop =
        new TrustedShop(
            fingerprint, name.strip(), publicKey.replaceAll("\\s", ""), clock.instant(), by);
    trust.add(new TrustedShopEntry(shop));
    audit.record(by, "model.trust", name.strip(), fingerprint);
    return shop;
  }

  /**
   * Takes no models of a shop any longer; those that were taken stay.
   *
   * @throws NotFoundException if it is not trusted
   */
  public void distrust(String fingerprint, String by) {
    TrustedShopEntry shop =
        trust
            .find(fingerprint)
            .orElseThrow(() -> new NotFoundException("trusted shop", fingerprint));
    trust.remove(shop);
    audit.record(by, "model.distrust", shop.view().name(), fingerprint);
  }

  /**
   * Writes a version as a bundle; the stream is not closed.
   *
   * @throws NotFoundException if there is no such version
   * @throws ConflictException if its files are gone or damaged
   */
  public void export(String name, int version, OutputStream to, String by) throws IOException {
    ModelVersionView view =
        registry
            .find(name, version)
            .orElseThrow(() -> new NotFoundException("model version", name + " v" + version));
    if (view.filesRemovedAt() != null) {
      throw new ConflictException(
          "The files of %s v%d were thrown away to save space.".formatted(name, version));
    }
    audit.record(by, "model.export", name + " v" + version, view.sha256());
    Bundles.write(view, file -> registry.file(name, version, file), by, clock.instant(), to);
  }

  /**
   * Takes a bundle as the next version of its model, as a candidate.
   *
   * @param expected the model that it must be of; null for any
   * @throws InvalidInputException if it is none, was changed, is not whole, or cannot be read by
   *     this build
   * @throws ConflictException if its shop is not trusted, or the same model is here already
   */
  public ModelVersionView upload(InputStream from, String expected, String by) throws IOException {
    Bundles.Received received =
        Bundles.read(
            from,
            (name, fingerprint) -> {
              requireTrusted(name, fingerprint);
              if (expected != null && !expected.equals(name)) {
                throw InvalidInputException.of(
                    "/manifest.json", "is of the model " + name + ", not of " + expected);
              }
            });
    ModelCandidate candidate = received.candidate();
    store.versions(candidate.name()).stream()
        .filter(version -> version.sha256().equals(received.sha256()) && version.whole())
        .map(ModelVersion::version)
        .findFirst()
        .ifPresent(
            known -> {
              throw new ConflictException(
                  "The same model is here already: %s v%d.".formatted(candidate.name(), known));
            });
    modules
        .unreadable(candidate.name(), candidate.artefact())
        .ifPresent(
            why -> {
              throw InvalidInputException.of(
                  "/files/" + ModelFile.MODEL, "cannot be read by this build: " + why);
            });
    ModelVersionView kept = keeper.keep(candidate, received.fingerprint(), by).view();
    audit.record(
        by,
        "model.upload",
        kept.name() + " v" + kept.version(),
        "from shop %s, there v%d".formatted(received.fingerprint(), received.version()));
    return kept;
  }

  private void requireTrusted(String name, String fingerprint) {
    if (!fingerprint.equals(own().fingerprint()) && trust.find(fingerprint).isEmpty()) {
      throw new ConflictException(
          ("The bundle was signed by a shop that is not trusted here. Its key has the fingerprint"
                  + " %s. Compare it with what that shop shows, then trust its key.")
              .formatted(fingerprint));
    }
    if (!modules.knows(name)) {
      throw InvalidInputException.of(
          "/manifest.json", "is of a model that nobody here uses: " + name);
    }
  }
}
