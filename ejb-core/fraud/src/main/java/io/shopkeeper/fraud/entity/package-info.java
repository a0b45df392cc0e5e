/** What is kept of decisions and rules. Nothing outside of this module sees it. */
package io.shopkeeper.fraud.entity;
