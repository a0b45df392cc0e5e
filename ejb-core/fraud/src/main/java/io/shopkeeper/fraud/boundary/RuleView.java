package io.shopkeeper.fraud.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * A version of a rule.
 *
 * @param id the same in all versions
 * @param version from 1
 * @param text what it says
 * @param revision grows with each change: who publishes says which one was looked at
 * @param authors all who wrote at this version; none of them may publish it
 * @param publishedAt null while it was not
 * @param publishedBy null while it was not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RuleView(
    String id,
    int version,
    RuleState state,
    RuleText text,
    int revision,
    List<String> authors,
    Instant changedAt,
    Instant publishedAt,
    String publishedBy) {

  /** In a reader's language. */
  public String name(boolean chinese) {
    return chinese ? text.nameZh() : text.nameEn();
  }

  /** Whether it came with the product: nobody wrote it, and it has no time. */
  public boolean builtIn() {
    return authors.isEmpty();
  }
}
