package io.shopkeeper.console.models;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateSentenceTest {

  private static final String FIGURES =
      "ndcg_at_10 0.4372 against 0.0547 of %s, difference -0.0100 to ?, 377 users, time:0.2";

  @Test
  void whatTheGateLetPassIsTakenApart() {
    assertThat(
            GateSentence.find(
                "The quality gate let it pass: " + FIGURES.formatted("the settings of v1")))
        .contains(
            new GateSentence(
                GateSentence.How.PASSED,
                "ndcg_at_10",
                "0.4372",
                "0.0547",
                "the settings of v1",
                "-0.0100",
                "?",
                "377",
                "users",
                "time:0.2",
                ""));
  }

  @Test
  void theFirstVersionAndTheInsistingPersonAreToldApart() {
    assertThat(
            GateSentence.find(
                "The first version goes live. The quality gate let it pass: "
                    + FIGURES.formatted("popularity")))
        .get()
        .extracting(GateSentence::how, GateSentence::other)
        .containsExactly(GateSentence.How.FIRST, "popularity");
    assertThat(
            GateSentence.find(
                "Over the quality gate: " + FIGURES.formatted("v7") + ". It is newer.\nTry it."))
        .get()
        .extracting(GateSentence::how, GateSentence::split, GateSentence::more)
        .containsExactly(GateSentence.How.OVER, "time:0.2", "It is newer.\nTry it.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"users", "customers", "products", "rows"})
  void ofWhatThereWereSoManyIsTold(String unit) {
    assertThat(
            GateSentence.find(
                "The quality gate let it pass: value_mae 3.1000 against 3.4000 of the rate so far, difference -0.4000 to -0.2000, 812 %s, last-horizon"
                    .formatted(unit)))
        .get()
        .extracting(GateSentence::units, GateSentence::unit, GateSentence::other)
        .containsExactly("812", unit, "the rate so far");
  }

  @Test
  void whatElsePeopleWriteIsLeftAlone() {
    assertThat(GateSentence.find("A better start")).isEmpty();
    assertThat(GateSentence.find("Over the quality gate: why not")).isEmpty();
    assertThat(GateSentence.find("")).isEmpty();
  }
}
