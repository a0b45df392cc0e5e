package io.shopkeeper.platform.entity;

import io.shopkeeper.platform.boundary.ApiKeyView;
import io.shopkeeper.platform.boundary.Caller;
import io.shopkeeper.platform.boundary.KeyKind;
import io.shopkeeper.platform.boundary.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A key of the interface. Of a secret key only the hash is kept. */
@Entity
@Table(name = "api_key")
public class ApiKey {

  @Id private String id;

  private String name;

  @Enumerated(EnumType.STRING)
  private KeyKind kind;

  private String scopes;

  private String origins;

  @Column(name = "text_hash")
  private String textHash;

  @Column(name = "public_text")
  private String publicText;

  @Column(name = "created_at")
  private long createdAt;

  @Column(name = "last_used")
  private Long lastUsed;

  private boolean revoked;

  @Column(name = "expires_at")
  private Long expiresAt;

  private String successor;

  @Column(name = "created_by")
  private String createdBy;

  protected ApiKey() {}

  public ApiKey(
      String id,
      String name,
      KeyKind kind,
      Set<Scope> scopes,
      Set<String> origins,
      String textHash,
      Instant now) {
    this.id = id;
    this.name = name;
    this.kind = kind;
    this.scopes = scopes.stream().map(Scope::name).sorted().collect(Collectors.joining(","));
    this.origins = origins.stream().sorted().collect(Collectors.joining(","));
    this.textHash = textHash;
    this.createdAt = now.toEpochMilli();
  }

  public String id() {
    return id;
  }

  public String textHash() {
    return textHash;
  }

  /** The text of a public key. */
  public Optional<String> publicText() {
    return Optional.ofNullable(publicText);
  }

  /** Keeps the text of a key that stands in pages anyway. */
  public void publish(String text) {
    publicText = text;
  }

  public boolean revoked() {
    return revoked;
  }

  /** Whether it opens anything at a moment. */
  public boolean valid(Instant now) {
    return !revoked && (expiresAt == null || now.toEpochMilli() < expiresAt);
  }

  /** Who made it. */
  public void madeBy(String who) {
    createdBy = who;
  }

  /** When it ends by itself; empty if it does not. */
  public Optional<Instant> expiry() {
    return Optional.ofNullable(expiresAt).map(Instant::ofEpochMilli);
  }

  /** Ends it by itself at a moment; an earlier end stays. */
  public void endAt(Instant moment) {
    expiresAt =
        expiresAt == null ? moment.toEpochMilli() : Math.min(expiresAt, moment.toEpochMilli());
  }

  /** Another key takes its place. */
  public void succeededBy(String id) {
    successor = id;
  }

  /** Whether another key takes its place already. */
  public boolean rotated() {
    return successor != null;
  }

  public void revoke() {
    revoked = true;
  }

  /** Remembers the use, exact to a minute so that busy keys do not write all the time. */
  public boolean usedAt(Instant now) {
    boolean note = lastUsed == null || now.toEpochMilli() - lastUsed > 60_000;
    if (note) {
      lastUsed = now.toEpochMilli();
    }
    return note;
  }

  public Caller caller() {
    return new Caller(id, name, kind, scopes(), origins(), expiry().orElse(null));
  }

  public ApiKeyView view() {
    return new ApiKeyView(
        id,
        name,
        kind,
        scopes(),
        origins(),
        Instant.ofEpochMilli(createdAt),
        lastUsed == null ? null : Instant.ofEpochMilli(lastUsed),
        revoked,
        expiry().orElse(null),
        successor,
        createdBy == null ? "" : createdBy);
  }

  private Set<Scope> scopes() {
    return parts(scopes).stream().map(Scope::valueOf).collect(Collectors.toSet());
  }

  private Set<String> origins() {
    return parts(origins);
  }

  private static Set<String> parts(String joined) {
    return Arrays.stream(joined.split(",", -1))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.toSet());
  }
}
