package io.shopkeeper.platform.boundary;

import java.util.Map;

/**
 * Something to tell people.
 *
 * @param kind such as {@code job.failed}; the console has a sentence for each
 * @param values what goes into the sentence, by name
 * @param url the page of the console where one does something about it
 * @param audience a person's name, or {@link #EVERYBODY}
 */
public record Note(
    String kind, Tone tone, Map<String, String> values, String url, String audience) {

  /** The audience of what concerns all. */
  public static final String EVERYBODY = "*";

  /** How it looks. */
  public enum Tone {
    OK,
    INFO,
    WARN,
    BAD
  }

  public Note {
    values = Map.copyOf(values);
  }
}
