package io.shopkeeper.platform.entity;

import io.shopkeeper.platform.boundary.Note;
import io.shopkeeper.platform.boundary.Notice;
import io.shopkeeper.platform.json.JsonText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Something that people are told of; never changed. */
@Entity
@Table(name = "notification")
public class NotificationEntry {

  private static final int LONGEST_VALUE = 500;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "notification")
  @SequenceGenerator(name = "notification", sequenceName = "notification_seq", allocationSize = 50)
  private Long id;

  private String kind;

  @Enumerated(EnumType.STRING)
  private Note.Tone tone;

  @Column(name = "note_values")
  private String values;

  private String url;
  private String audience;

  @Column(name = "at_time")
  private long at;

  protected NotificationEntry() {}

  public NotificationEntry(Note note, Instant now) {
    this.kind = note.kind();
    this.tone = note.tone();
    Map<String, String> kept = new TreeMap<>();
    note.values().forEach((name, value) -> kept.put(name, shorten(value)));
    this.values = JsonText.write(kept);
    this.url = note.url();
    this.audience = note.audience();
    this.at = now.toEpochMilli();
  }

  private static String shorten(String text) {
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE - 1) + "…";
  }

  public long id() {
    return id;
  }

  /** Whom it is for. */
  public String audience() {
    return audience;
  }

  /** As one person sees it. */
  public Notice view(boolean read) {
    return new Notice(
        id, kind, tone, JsonText.readTexts(values), url, Instant.ofEpochMilli(at), read);
  }
}
