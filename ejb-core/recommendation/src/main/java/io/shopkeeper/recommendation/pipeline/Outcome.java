package io.shopkeeper.recommendation.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An answer and how it came about. For one thread.
 *
 * @param shown the list
 * @param candidates all that were proposed or pinned, by product
 * @param admission says why a product was not admitted
 * @param chances how likely the list was
 */
public record Outcome(
    List<Candidate> shown,
    Map<String, Candidate> candidates,
    Admission admission,
    Chances chances) {

  /** What happened to a product; empty if nothing proposed it. */
  public Optional<Candidate> candidate(String productId) {
    return Optional.ofNullable(candidates.get(productId));
  }

  /** Whether anything shown looks at what the visitor did. */
  public boolean isPersonal() {
    return shown.stream().anyMatch(Candidate::isPersonal);
  }
}
