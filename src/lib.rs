//! Latchkey: sell on-premises software to customers and look after it.
