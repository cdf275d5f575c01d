"""An assessment or a comparison becomes page data, and page data becomes HTML, PDF, Excel, CSV, JSON and SARIF."""
