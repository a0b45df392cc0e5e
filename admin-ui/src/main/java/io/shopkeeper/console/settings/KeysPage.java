package io.shopkeeper.console.settings;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Faults;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.platform.boundary.ApiKeyView;
import io.shopkeeper.platform.boundary.ApiKeys;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.KeyKind;
import io.shopkeeper.platform.boundary.KeyOrder;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Keys of the interface: issue, show once, rotate, revoke. */
@Named("keys")
@RequestScoped
public class KeysPage {

  private static final int USUAL_OVERLAP = 7;

  @Inject private ApiKeys keys;
  @Inject private Asked asked;
  @Inject private Faults faults;
  @Inject private Words words;
  @Inject private Me me;
  @Inject private Say say;
  @Inject private Clock clock;

  private String name;
  private KeyKind kind = KeyKind.SECRET;
  private Scope[] scopes = {Scope.READ};
  private String origins;
  private int days = 365;
  private String issued;

  /** Makes a key; its text is shown on this page and never again. */
  public void issue() {
    me.require(Right.MANAGE_KEYS);
    Set<Scope> chosen = EnumSet.noneOf(Scope.class);
    chosen.addAll(Arrays.asList(scopes));
    try {
      var order = new KeyOrder(name, kind, chosen, parse(origins), end(days));
      issued = keys.issue(order, me.getName()).secretText();
      name = null;
    } catch (InvalidInputException invalid) {
      say.badText(faults.of(invalid));
    }
  }

  /** Ends the key whose button was pressed for ever, or puts a new one in its place. */
  public void act() {
    asked.act("revoke").ifPresent(this::revoke);
    asked.act("rotate").ifPresent(this::rotate);
  }

  private void revoke(String id) {
    me.require(Right.MANAGE_KEYS);
    keys.revoke(id, me.getName());
    say.ok("keys.revoked");
  }

  private void rotate(String id) {
    me.require(Right.MANAGE_KEYS);
    int overlap = asked.number("overlap").map(Long::intValue).orElse(USUAL_OVERLAP);
    Instant end =
        keys.list().stream()
            .filter(key -> key.id().equals(id) && key.expiresAt() != null)
            .findFirst()
            .map(key -> clock.instant().plus(Duration.between(key.createdAt(), key.expiresAt())))
            .orElse(null);
    try {
      issued = keys.rotate(id, overlap, end, me.getName()).secretText();
      say.ok("keys.rotated", overlap);
    } catch (ConflictException over) {
      say.bad("keys.cannotRotate");
    } catch (InvalidInputException invalid) {
      say.badText(faults.of(invalid));
    }
  }

  /** A key's scopes in words. */
  public String scopes(ApiKeyView key) {
    return key.scopes().stream()
        .sorted()
        .map(scope -> words.of("scope", scope))
        .collect(Collectors.joining(", "));
  }

  /** How it stands with a key. */
  public ApiKeyView.State state(ApiKeyView key) {
    return key.state(clock.instant());
  }

  /** How that looks. */
  public String tone(ApiKeyView key) {
    return switch (state(key)) {
      case VALID -> "ok";
      case ENDING -> "warn";
      case EXPIRED, REVOKED -> "plain";
    };
  }

  /** Whether a new key can take its place. */
  public boolean rotatable(ApiKeyView key) {
    return key.successor() == null && revocable(key);
  }

  /** Whether it opens anything. */
  public boolean revocable(ApiKeyView key) {
    return state(key) == ApiKeyView.State.VALID || state(key) == ApiKeyView.State.ENDING;
  }

  private Instant end(int afterDays) {
    return afterDays == 0 ? null : clock.instant().plus(Duration.ofDays(afterDays));
  }

  private static Set<String> parse(String text) {
    return text == null
        ? Set.of()
        : Arrays.stream(text.split("[\\s,]+", -1))
            .filter(origin -> !origin.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
  }

  public List<ApiKeyView> getAll() {
    me.require(Right.MANAGE_KEYS);
    return keys.list();
  }

  /** Keys that end soon. */
  public List<ApiKeyView> getEnding() {
    me.require(Right.MANAGE_KEYS);
    return keys.endingSoon();
  }

  /** The text of the key that was just made; null otherwise. */
  public String getIssued() {
    return issued;
  }

  public KeyKind[] getKinds() {
    return KeyKind.values();
  }

  public Scope[] getAllScopes() {
    return Scope.values();
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public KeyKind getKind() {
    return kind;
  }

  public void setKind(KeyKind kind) {
    this.kind = kind;
  }

  public Scope[] getScopes() {
    return scopes.clone();
  }

  public void setScopes(Scope[] scopes) {
    this.scopes = scopes.clone();
  }

  public String getOrigins() {
    return origins;
  }

  public void setOrigins(String origins) {
    this.origins = origins;
  }

  /** How many days it is valid; 0 for no end. */
  public int getDays() {
    return days;
  }

  public void setDays(int days) {
    this.days = days;
  }
}
