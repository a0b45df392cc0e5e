package io.shopkeeper.platform.boundary;

import io.shopkeeper.platform.entity.ApiKey;
import io.shopkeeper.platform.identity.ApiKeyStore;
import io.shopkeeper.platform.identity.KeyText;
import io.shopkeeper.platform.settings.KeptSecrets;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The keys with which shops and pages call the interface. */
@Stateless
public class ApiKeys {

  private static final String STOREFRONT_KEY = "storefront.public-key";

  @Inject private ApiKeyStore store;
  @Inject private KeptSecrets secrets;
  @Inject private Clock clock;

  /**
   * Makes a key.
   *
   * @param name what it is for, at most 120 characters
   * @param origins web origins such as {@code https://shop.example}, for public keys
   */
  public IssuedKey issue(String name, KeyKind kind, Set<Scope> scopes, Set<String> origins) {
    if (name == null || name.isBlank() || name.length() > 120) {
      throw InvalidInputException.of("name", "must have 1 to 120 characters");
    }
    for (String origin : origins) {
      if (!origin.matches("https?://[A-Za-z0-9.-]+(:\\d{1,5})?")) {
        throw InvalidInputException.of(
            "origins", origin + " is not a web origin such as https://shop.example");
      }
    }
    return add(KeyText.make(kind), name, scopes, origins);
  }

  /**
   * Keeps a key whose text was made elsewhere, unless it is kept already; for the first start.
   *
   * @throws InvalidInputException if the text has not the form of a secret key
   */
  public void adopt(String text, String name, Set<Scope> scopes) {
    KeyText key =
        KeyText.parse(text)
            .filter(parsed -> parsed.kind() == KeyKind.SECRET)
            .orElseThrow(
                () -> InvalidInputException.of("key", "must look like sk_<8>_<43 letters>"));
    if (store.find(key.id()).isEmpty()) {
      add(key, name, scopes, Set.of());
    }
  }

  /** Who presents this text; empty if it is no key, or a wrong or revoked one. */
  public Optional<Caller> authenticate(String presented) {
    return KeyText.parse(presented)
        .flatMap(
            text ->
                store
                    .find(text.id())
                    .filter(key -> !key.revoked() && text.hashesTo(key.textHash())))
        .map(
            key -> {
              key.usedAt(clock.instant());
              return key.caller();
            });
  }

  /** All keys, newest first. */
  public List<ApiKeyView> list() {
    return store.all().stream().map(ApiKey::view).toList();
  }

  /** Ends a key at once and for good. */
  public void revoke(String id) {
    store.find(id).orElseThrow(() -> new NotFoundException("key", id)).revoke();
  }

  /** The public key of the demo storefront's own pages; made when first asked for. */
  public String storefrontKey() {
    return secrets.get(
        STOREFRONT_KEY,
        () ->
            issue("Demo storefront", KeyKind.PUBLIC, EnumSet.of(Scope.INGEST, Scope.READ), Set.of())
                .secretText());
  }

  private IssuedKey add(KeyText text, String name, Set<Scope> scopes, Set<String> origins) {
    var key =
        new ApiKey(text.id(), name, text.kind(), scopes, origins, text.hash(), clock.instant());
    if (text.kind() == KeyKind.PUBLIC) {
      key.publish(text.text());
    }
    store.add(key);
    return new IssuedKey(key.view(), text.text());
  }
}
