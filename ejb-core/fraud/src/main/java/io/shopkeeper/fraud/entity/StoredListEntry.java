package io.shopkeeper.fraud.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** An entry of a list; what it is compared by tells it apart from the others. */
@Entity
@IdClass(StoredListEntry.Key.class)
@Table(name = "fraud_list_entry")
public class StoredListEntry {

  @Id
  @Column(name = "list_name")
  private String list;

  @Id
  @Column(name = "entry_key")
  private String key;

  private String entry;

  private String note;

  @Column(name = "expires_at")
  private Long expiresAt;

  @Column(name = "added_at")
  private long addedAt;

  @Column(name = "added_by")
  private String addedBy;

  protected StoredListEntry() {}

  /**
   * A new one.
   *
   * @param expiresAt milliseconds since 1970; null for never
   */
  public StoredListEntry(
      String list, String key, String entry, String note, Long expiresAt, String by, Instant at) {
    this.list = list;
    this.key = key;
    this.addedAt = at.toEpochMilli();
    renew(entry, note, expiresAt, by);
  }

  /** Says it again. */
  public final void renew(String entry, String note, Long expiresAt, String by) {
    this.entry = entry;
    this.note = note;
    this.expiresAt = expiresAt;
    this.addedBy = by;
  }

  public String list() {
    return list;
  }

  public String key() {
    return key;
  }

  public String entry() {
    return entry;
  }

  public String note() {
    return note;
  }

  /** Milliseconds since 1970; null for never. */
  public Long expiresAt() {
    return expiresAt;
  }

  public String addedBy() {
    return addedBy;
  }

  /** List and key. */
  public static final class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    private String list;
    private String key;

    public Key() {}

    public Key(String list, String key) {
      this.list = list;
      this.key = key;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key one && one.list.equals(list) && one.key.equals(key);
    }

    @Override
    public int hashCode() {
      return 31 * list.hashCode() + key.hashCode();
    }
  }
}
