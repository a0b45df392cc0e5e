/**
 * Rules over named features: conditions that must all hold, and what they ask for. Plain Java. No
 * text from outside is ever evaluated: a condition is a feature of the list, a comparison and a
 * number.
 */
package io.shopkeeper.fraud.rules;
