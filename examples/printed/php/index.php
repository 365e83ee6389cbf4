<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width, initial-scale=1" />
  <title>A page by PHP</title>
  <script async src="https://cdn.example/strillone.js"></script>
  <style>
    strillone-news { display: block; min-block-size: 24rem }
  </style>
  <h1>A page by PHP</h1>
  <?php readfile(__DIR__ . '/news.html'); ?>
</html>
