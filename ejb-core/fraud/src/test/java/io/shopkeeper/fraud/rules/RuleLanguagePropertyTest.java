package io.shopkeeper.fraud.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is printed is read as the same, and what is compiled says what the tree says. */
class RuleLanguagePropertyTest {

  @Provide
  Arbitrary<Condition> trees() {
    return RuleConditions.trees(4);
  }

  @Provide
  Arbitrary<PaymentFacts> facts() {
    return RuleConditions.facts();
  }

  @Property(tries = 2000)
  void whatIsPrintedIsReadAsTheSame(@ForAll("trees") Condition tree) throws RuleSyntaxException {
    String text = RulePrinter.print(tree);
    if (text.length() <= RuleParser.LONGEST) {
      assertThat(RuleParser.parse(text, RuleConditions.LISTS)).isEqualTo(tree);
      String spread = text.replace(" ", " \n\t ");
      if (spread.length() <= RuleParser.LONGEST && !text.contains("\"")) {
        assertThat(RuleParser.parse(spread, RuleConditions.LISTS)).isEqualTo(tree);
      }
    }
  }

  @Property(tries = 2000)
  void whatIsCompiledSaysWhatTheTreeSays(
      @ForAll("trees") Condition tree, @ForAll("facts") PaymentFacts facts) {
    Boolean plain = RuleConditions.plain(tree, facts);
    Truth truth = new RuleCompiler(RuleConditions.BOOK).compile(tree).of(facts);
    assertThat(truth).isEqualTo(plain == null ? Truth.UNKNOWN : plain ? Truth.TRUE : Truth.FALSE);
  }

  /**
   * Neither a rule nor its opposite holds of what cannot be said; evidence is there if it holds.
   */
  @Property(tries = 1000)
  void evidenceIsGivenForWhatHoldsAndOnlyForThat(
      @ForAll("trees") Condition tree, @ForAll("facts") PaymentFacts facts) {
    var compiler = new RuleCompiler(RuleConditions.BOOK);
    Truth truth = compiler.compile(tree).of(facts);
    Truth opposite = compiler.compile(new Condition.Not(tree)).of(facts);
    assertThat(truth == Truth.UNKNOWN).isEqualTo(opposite == Truth.UNKNOWN);
    List<Evidence.Found> found = Evidence.of(tree, facts, RuleConditions.BOOK);
    assertThat(found.isEmpty()).isEqualTo(truth != Truth.TRUE);
    for (Evidence.Found one : found) {
      assertThat(compiler.compile(one.test()).of(facts))
          .isEqualTo(one.not() ? Truth.FALSE : Truth.TRUE);
    }
  }
}
