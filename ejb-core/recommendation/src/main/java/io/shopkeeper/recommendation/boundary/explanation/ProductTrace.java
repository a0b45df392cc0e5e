package io.shopkeeper.recommendation.boundary.explanation;

import java.util.List;

/**
 * What happened to a product on its way into an answer, or out of it.
 *
 * @param title in the caller's language; the id where the shop does not have it
 * @param place in the answer, from 1; 0 if it is not there
 * @param rank by score among all that the sources blended, from 1; 0 if they did not have it
 * @param blended what the sources gave together
 * @param probability how probable it is that the visitor buys it, 0 to 1; null if no model ranked
 *     it
 * @param parts the features that speak most for and against it, the strongest first; empty if no
 *     model ranked it, or the model cannot say
 * @param score the probability, else what the sources gave, after the factors of the rules
 * @param factors rules that changed the score, in their order
 * @param rule the rule that decided the fate, from 0; null if none did
 * @param reasonCode why it is shown, for programs; null if it is not shown
 * @param reasonText why, in the caller's language; null if it is not shown
 * @param chances for a product that was not proposed, how near each source was; else empty
 */
public record ProductTrace(
    String productId,
    String title,
    Fate fate,
    int place,
    int rank,
    double blended,
    Double probability,
    List<FeaturePart> parts,
    double score,
    List<SourcePart> sources,
    List<RuleFactor> factors,
    Integer rule,
    String reasonCode,
    String reasonText,
    List<SourceChance> chances) {}
