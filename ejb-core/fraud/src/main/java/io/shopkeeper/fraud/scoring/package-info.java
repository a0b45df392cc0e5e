/**
 * From what is asked to the answer: payments are checked, judged by rules and model as of their
 * moment, stored, and put into the reader's words.
 */
package io.shopkeeper.fraud.scoring;
