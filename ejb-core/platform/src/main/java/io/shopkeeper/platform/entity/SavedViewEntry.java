package io.shopkeeper.platform.entity;

import io.shopkeeper.platform.boundary.SavedView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A view of a list that a person gave a name. */
@Entity
@Table(name = "saved_view")
public class SavedViewEntry {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "saved_view")
  @SequenceGenerator(name = "saved_view", sequenceName = "saved_view_seq", allocationSize = 50)
  private Long id;

  private String person;

  @Column(name = "list_name")
  private String list;

  private String name;
  private String query;

  @Column(name = "created_at")
  private long createdAt;

  protected SavedViewEntry() {}

  public SavedViewEntry(String person, String list, String name, String query, Instant now) {
    this.person = person;
    this.list = list;
    this.name = name;
    this.query = query;
    this.createdAt = now.toEpochMilli();
  }

  public String person() {
    return person;
  }

  /** Of which list. */
  public String list() {
    return list;
  }

  /** When it was first saved. */
  public Instant createdAt() {
    return Instant.ofEpochMilli(createdAt);
  }

  /** Shows something else from now on. */
  public void replace(String newQuery) {
    query = newQuery;
  }

  public SavedView view() {
    return new SavedView(id == null ? 0 : id, name, query);
  }
}
