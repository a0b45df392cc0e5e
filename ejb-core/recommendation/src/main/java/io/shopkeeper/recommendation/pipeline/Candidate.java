package io.shopkeeper.recommendation.pipeline;

import io.shopkeeper.recommendation.boundary.recipe.SourceKind;
import java.util.ArrayList;
import java.util.List;

/** A product on its way into a list, and all that happened to it. For one thread. */
public final class Candidate {

  private final String productId;
  private final Article article;
  private final List<Share> shares = new ArrayList<>(2);
  private final List<Weighed> weighed = new ArrayList<>(0);
  private double blended;
  private double score;
  private double probability = Double.NaN;
  private int ranked;
  private int shownAt;
  private Fate fate = Fate.OUTRANKED;
  private int rule = -1;

  /**
   * What a source gave.
   *
   * @param place in the source's list, from 1
   * @param score of the source's own scale
   * @param share how much of the blended score came of it
   * @param proposals the whole list, for its grounds
   */
  public record Share(
      SourceKind source, int place, double score, double share, Proposals proposals) {}

  /**
   * A rule that changed the score.
   *
   * @param rule its place among the rules, from 0
   * @param factor by which it was multiplied
   */
  public record Weighed(int rule, double factor) {}

  /** What became of it. */
  public enum Fate {
    /** Shown where its score put it. */
    SHOWN,
    /** Shown where a rule put it. */
    PINNED,
    /** Others had more, and there was no place left. */
    OUTRANKED,
    /** A rule left it behind: there were enough of its brand or category. */
    CAPPED,
    /** A rule put it behind all others, and there was no place left. */
    BURIED
  }

  Candidate(Article article) {
    this.productId = article.id();
    this.article = article;
  }

  void add(Share share) {
    shares.add(share);
    blended += share.share();
    score = blended;
  }

  /**
   * Takes the place of what the sources gave; for before the rules weigh.
   *
   * @param purchase how probable it is that it is bought, 0 to 1
   */
  public void predict(double purchase) {
    probability = purchase;
    score = purchase;
  }

  void weigh(int byRule, double factor) {
    weighed.add(new Weighed(byRule, factor));
    score *= factor;
  }

  void rank(int place) {
    ranked = place;
  }

  void show(int place) {
    shownAt = place;
    fate = fate == Fate.PINNED ? fate : Fate.SHOWN;
  }

  void meet(Fate what, int byRule) {
    fate = what;
    rule = byRule;
  }

  public String productId() {
    return productId;
  }

  /** What is known of it. */
  public Article article() {
    return article;
  }

  /** What the sources gave. */
  public List<Share> shares() {
    return List.copyOf(shares);
  }

  /** The rules that changed its score, in their order. */
  public List<Weighed> weighed() {
    return List.copyOf(weighed);
  }

  /** What the sources gave together. */
  public double blended() {
    return blended;
  }

  /** How probable a purchase is, 0 to 1; NaN if nothing said so. */
  public double probability() {
    return probability;
  }

  /** What the sources gave together, or the probability of a purchase, after the rules. */
  public double score() {
    return score;
  }

  /**
   * The score as callers get it: 1 and more for what the sources blended, less for what was taken
   * to fill up, so that within one answer greater is always better.
   */
  public double listScore() {
    return ranked > 0 ? 1 + score : 1.0 / (1 + shownAt);
  }

  /** Its place by score, from 1; 0 if it was taken to fill up, or by a pin alone. */
  public int ranked() {
    return ranked;
  }

  /** Its place in the list, from 1; 0 if it is not shown. */
  public int shownAt() {
    return shownAt;
  }

  /** What became of it. */
  public Fate fate() {
    return fate;
  }

  /** The rule that decided that, from 0; −1 if none did. */
  public int rule() {
    return rule;
  }

  /** Whether a source that asks for the visitor gave something. */
  public boolean isPersonal() {
    for (Share share : shares) {
      if (share.source().asksForVisitor()) {
        return true;
      }
    }
    return false;
  }

  /** Why it is shown: the ground of the source that gave most. */
  public Reason reason() {
    Share most = null;
    for (Share share : shares) {
      if (most == null || share.share() > most.share()) {
        most = share;
      }
    }
    return most == null ? Reason.picked() : most.proposals().grounds().of(most.place() - 1);
  }
}
