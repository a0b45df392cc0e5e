/**
 * How an appeal comes before a person: into the case of its payment, which it opens where it has
 * none, and opens again where it is closed. The words of the shopper are a line of its journal.
 */
package io.shopkeeper.fraud.appeal;
