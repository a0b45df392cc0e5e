/** The table of questions and answers. Used by the facade in {@code boundary} only. */
package io.shopkeeper.catalog.faq;
