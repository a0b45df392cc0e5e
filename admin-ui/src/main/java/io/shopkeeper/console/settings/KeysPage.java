package io.shopkeeper.console.settings;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.platform.boundary.ApiKeyView;
import io.shopkeeper.platform.boundary.ApiKeys;
import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.IssuedKey;
import io.shopkeeper.platform.boundary.KeyKind;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Keys of the interface: issue, show once, revoke. */
@Named("keys")
@RequestScoped
public class KeysPage {

  @Inject private ApiKeys keys;
  @Inject private AuditTrail audit;
  @Inject private Asked asked;
  @Inject private Words words;
  @Inject private Me me;
  @Inject private Say say;

  private String name;
  private KeyKind kind = KeyKind.SECRET;
  private Scope[] scopes = {Scope.READ};
  private String origins;
  private String issued;

  /** Makes a key; its text is shown on this page and never again. */
  public void issue() {
    me.require(Right.MANAGE_KEYS);
    Set<Scope> chosen = EnumSet.noneOf(Scope.class);
    chosen.addAll(Arrays.asList(scopes));
    try {
      IssuedKey key = keys.issue(name, kind, chosen, parse(origins));
      audit.record(me.getName(), "key.issue", key.key().id(), kind + " " + chosen);
      issued = key.secretText();
    } catch (InvalidInputException invalid) {
      say.badText(invalid.getMessage());
    }
  }

  /** Ends the key whose button was pressed for ever. */
  public void act() {
    asked
        .act("revoke")
        .ifPresent(
            id -> {
              me.require(Right.MANAGE_KEYS);
              keys.revoke(id);
              audit.record(me.getName(), "key.revoke", id, "");
              say.ok("keys.revoked");
            });
  }

  /** A key's scopes in words. */
  public String scopes(ApiKeyView key) {
    return key.scopes().stream()
        .sorted()
        .map(scope -> words.of("scope", scope))
        .collect(Collectors.joining(", "));
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
}
