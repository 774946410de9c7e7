import QuoteModel
