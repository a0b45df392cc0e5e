/** The tables of macros, and what their notes may hold. */
package io.shopkeeper.fraud.macro;
