/** What this person was told: the bell and the page behind it. */
package io.shopkeeper.console.notices;
