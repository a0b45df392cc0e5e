/**
 * How reviews are judged in the background: {@link io.shopkeeper.fraud.review.AlikeTexts} finds
 * texts that are nearly the same, {@link io.shopkeeper.fraud.review.SpamSigns} says what speaks for
 * spam, and the score is the chance that one of the signs is right.
 */
package io.shopkeeper.fraud.review;
