package io.shopkeeper.platform.boundary;

import io.shopkeeper.platform.entity.ApiKey;
import io.shopkeeper.platform.identity.ApiKeyStore;
import io.shopkeeper.platform.identity.KeyText;
import io.shopkeeper.platform.settings.KeptSecrets;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The keys with which shops and pages call the interface. */
@Stateless
public class ApiKeys {

  /** Longest time for which an old key stays valid beside the new one, in days. */
  public static final int LONGEST_OVERLAP = 90;

  private static final String STOREFRONT_KEY = "storefront.public-key";

  @Inject private ApiKeyStore store;
  @Inject private KeptSecrets secrets;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;
  @Inject private Event<KeysChanged> changed;

  /**
   * Makes a key.
   *
   * @throws InvalidInputException if a value will not do
   */
  public IssuedKey issue(KeyOrder order, String by) {
    order.check(clock.instant());
    IssuedKey issued = add(KeyText.make(order.kind()), order, by);
    audit.record(new AuditAct(by, "key.issue", issued.key().id(), "", "", describe(order)));
    return issued;
  }

  /**
   * Makes a key that takes the place of another: same name, kind, scopes and origins. The old one
   * stays valid for a while, so that no program stands before a closed door.
   *
   * @param overlapDays how long; 0 ends the old one at once
   * @param expiresAt when the new one ends by itself; null if it does not
   * @throws ConflictException if the old one has ended or was replaced already
   */
  public IssuedKey rotate(String id, int overlapDays, Instant expiresAt, String by) {
    if (overlapDays < 0 || overlapDays > LONGEST_OVERLAP) {
      throw InvalidInputException.of(
          "overlapDays", "must be from 0 to %d".formatted(LONGEST_OVERLAP));
    }
    Instant now = clock.instant();
    ApiKey old = require(id);
    if (!old.valid(now) || old.rotated()) {
      throw new ConflictException(
          "Key " + id + " has ended or was replaced already. Issue a new one instead.");
    }
    ApiKeyView view = old.view();
    var order = new KeyOrder(view.name(), view.kind(), view.scopes(), view.origins(), expiresAt);
    order.check(now);
    IssuedKey issued = add(KeyText.make(view.kind()), order, by);
    old.endAt(now.plus(Duration.ofDays(overlapDays)));
    old.succeededBy(issued.key().id());
    changed.fire(new KeysChanged(id));
    audit.record(
        new AuditAct(
            by,
            "key.rotate",
            id,
            "old key valid until " + old.expiry().orElse(now),
            id,
            issued.key().id()));
    return issued;
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
      add(key, new KeyOrder(name, key.kind(), scopes, Set.of(), null), "first start");
    }
  }

  /** Who presents this text; empty if it is no key, or one that is wrong, revoked or expired. */
  public Optional<Caller> authenticate(String presented) {
    Instant now = clock.instant();
    return KeyText.parse(presented)
        .flatMap(
            text ->
                store
                    .find(text.id())
                    .filter(key -> key.valid(now) && text.hashesTo(key.textHash())))
        .map(
            key -> {
              key.usedAt(now);
              return key.caller();
            });
  }

  /** All keys, newest first. */
  public List<ApiKeyView> list() {
    return store.all().stream().map(ApiKey::view).toList();
  }

  /** Keys that end soon and that no other replaces, the next to end first. */
  public List<ApiKeyView> endingSoon() {
    Instant now = clock.instant();
    return list().stream()
        .filter(key -> key.state(now) == ApiKeyView.State.ENDING && key.successor() == null)
        .sorted(java.util.Comparator.comparing(ApiKeyView::expiresAt))
        .toList();
  }

  /** Ends a key at once and for good. */
  public void revoke(String id, String by) {
    ApiKey key = require(id);
    if (!key.revoked()) {
      key.revoke();
      changed.fire(new KeysChanged(id));
      audit.record(new AuditAct(by, "key.revoke", id, key.view().name(), "valid", "revoked"));
    }
  }

  /** The public key of the demo storefront's own pages; made when first asked for. */
  public String storefrontKey() {
    return secrets.get(
        STOREFRONT_KEY,
        () ->
            issue(
                    new KeyOrder(
                        "Demo storefront",
                        KeyKind.PUBLIC,
                        EnumSet.of(Scope.INGEST, Scope.READ),
                        Set.of(),
                        null),
                    "demo storefront")
                .secretText());
  }

  private ApiKey require(String id) {
    return store.find(id).orElseThrow(() -> new NotFoundException("key", id));
  }

  private IssuedKey add(KeyText text, KeyOrder order, String by) {
    var key =
        new ApiKey(
            text.id(),
            order.name(),
            text.kind(),
            order.scopes(),
            order.origins(),
            text.hash(),
            clock.instant());
    key.madeBy(by);
    if (order.expiresAt() != null) {
      key.endAt(order.expiresAt());
    }
    if (text.kind() == KeyKind.PUBLIC) {
      key.publish(text.text());
    }
    store.add(key);
    return new IssuedKey(key.view(), text.text());
  }

  private static String describe(KeyOrder order) {
    return "%s %s %s %s until %s"
        .formatted(
            order.name(),
            order.kind(),
            new java.util.TreeSet<>(order.scopes()),
            new java.util.TreeSet<>(order.origins()),
            order.expiresAt() == null ? "revoked" : order.expiresAt());
  }
}
